// Whether a rule's conditions hold for what is known of an address, download or file.
import { subdomainOf, type Address } from './address.ts';
import type { Label } from './labels.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { LookalikeFinder } from './lookalike.ts';

/** What the rules look at. Lower case but for `fileName`; absent parts are empty. */
export interface Evidence extends Pick<Address, 'host' | 'path' | 'query'> {
  readonly title: string;
  readonly fileName: string;
  /** The label of the page that the download was started from. */
  readonly referrer: Label;
}

type Words = readonly string[] | undefined;

/** One of the words is in the text, or there is no such condition. */
const has = (words: Words, text: string): boolean => !words || words.some((word) => text.includes(word));
const hasNone = (words: Words, text: string): boolean => !words?.some((word) => text.includes(word));

function fitsHost(rule: CompiledRule, host: string): boolean {
  if (!has(rule.hostHas, host) || !has(rule.hostAlsoHas, host)) return false;
  return !rule.subdomainHas || has(rule.subdomainHas, subdomainOf(host));
}

function fitsPath(rule: CompiledRule, path: string): boolean {
  const folders = path.endsWith('/') ? path : `${path}/`;
  if (!has(rule.pathHas, folders) || !has(rule.pathAlsoHas, folders) || !hasNone(rule.pathHasNot, folders)) return false;
  return !rule.path || rule.path.fits(path);
}

function fitsWords(rule: CompiledRule, { host, path, query, title }: Evidence): boolean {
  if (!has(rule.queryHas, query) || !has(rule.titleHas, title) || !hasNone(rule.titleHasNot, title)) return false;
  return !rule.anyHas || rule.anyHas.some((word) => host.includes(word) || path.includes(word) || title.includes(word));
}

function fitsFile(rule: CompiledRule, fileName: string): boolean {
  if (!rule.files && !rule.fileHas) return true;
  const name = fileName.toLowerCase();
  return has(rule.fileHas, name) && has(rule.fileAlsoHas, name) && (!rule.files || rule.files.fits(name));
}

/** The part of the input that matched, for people; null where a condition fails. */
export function matchedPart(rule: CompiledRule, evidence: Evidence, lookalikes: LookalikeFinder): string | null {
  const { host, path, title, fileName, referrer } = evidence;
  if (rule.referrerIs && !rule.referrerIs.includes(referrer)) return null;
  if (!fitsHost(rule, host) || !fitsPath(rule, path) || !fitsWords(rule, evidence) || !fitsFile(rule, fileName)) return null;
  if (rule.hasLookalikeHost) return lookalikes.find(host);
  if (rule.files ?? rule.fileHas) return fileName;
  if (rule.titleHas) return title;
  return rule.path ?? rule.pathHas ? `${host}${path}` : host;
}
