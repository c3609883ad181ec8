// A rule's conditions as checks, made once; a rule pays only for those that it has.
import { subdomainOf, type Address } from './address.ts';
import { globSet } from './glob.ts';
import type { Label } from './labels.ts';
import type { Rule } from './schema.ts';

/** What the rules look at. Lower case but for `fileName`; absent parts are empty. */
export interface Evidence extends Pick<Address, 'host' | 'path' | 'query'> {
  readonly title: string;
  readonly fileName: string;
  /** The label of the page that the download was started from. */
  readonly referrer: Label;
}

export type Check = (evidence: Evidence) => boolean;

type Words = readonly string[] | undefined;

function isIn(words: readonly string[], text: string): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

const folders = ({ path }: Evidence): string => (path.endsWith('/') ? path : `${path}/`);
const lowerName = ({ fileName }: Evidence): string => fileName.toLowerCase();

/** The checks of a rule, all of which must hold; the quickest to fail come first. */
export function checksOf(rule: Rule): readonly Check[] {
  const checks: Check[] = [];
  const has = (words: Words, part: (evidence: Evidence) => string) => {
    if (words) checks.push((evidence) => isIn(words, part(evidence)));
  };
  const hasNot = (words: Words, part: (evidence: Evidence) => string) => {
    if (words) checks.push((evidence) => !isIn(words, part(evidence)));
  };
  const { referrerIs, files, path, anyHas } = rule;
  if (referrerIs) checks.push(({ referrer }) => referrerIs.includes(referrer));
  if (files) {
    const globs = globSet(files);
    checks.push((evidence) => evidence.fileName !== '' && globs.fits(lowerName(evidence)));
  }
  has(rule.fileHas, lowerName);
  has(rule.fileAlsoHas, lowerName);
  has(rule.hostHas, ({ host }) => host);
  has(rule.hostAlsoHas, ({ host }) => host);
  has(rule.subdomainHas, ({ host }) => subdomainOf(host));
  has(rule.pathHas, folders);
  has(rule.pathAlsoHas, folders);
  hasNot(rule.pathHasNot, folders);
  if (path) {
    const globs = globSet(path);
    checks.push((evidence) => globs.fits(evidence.path));
  }
  if (anyHas) checks.push((evidence) => isIn(anyHas, evidence.host) || isIn(anyHas, evidence.path) || isIn(anyHas, evidence.title));
  has(rule.queryHas, ({ query }) => query);
  has(rule.titleHas, ({ title }) => title);
  hasNot(rule.titleHasNot, ({ title }) => title);
  return checks;
}
