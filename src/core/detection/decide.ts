// Which rule speaks for an input: all that fit, then the highest rank, the more specific host, the id.
import { countrySuffixStart, type Address } from './address.ts';
import { fitsGlob } from './glob.ts';
import type { CompiledRule, RuleIndex } from './rules.ts';
import type { Context } from './schema.ts';
import type { Verdict } from './verdict.ts';

/** What the rules look at. Lower case but for `fileName`; absent parts are empty. */
export interface Evidence extends Pick<Address, 'host' | 'path' | 'query'> {
  readonly title: string;
  readonly fileName: string;
}

interface Match {
  readonly rule: CompiledRule;
  /** Characters of the host pattern that matched; 0 for a rule of any host. */
  readonly specificity: number;
  readonly matched: string;
}

type Words = readonly string[] | undefined;

/** The entry that is in the text; undefined where none is. An absent condition holds. */
const found = (words: Words, text: string): string | undefined => (words ? words.find((word) => text.includes(word)) : '');

/** The part that matched, or null where a condition fails. Cheap conditions come first. */
function matchedPart(rule: CompiledRule, evidence: Evidence, context: Context, index: RuleIndex): string | null {
  if (!rule.contexts.has(context)) return null;
  const { host, path, query, title } = evidence;
  const fileName = evidence.fileName.toLowerCase();
  if (found(rule.hostHas, host) === undefined || found(rule.hostAlsoHas, host) === undefined) return null;
  if (found(rule.pathHas, path) === undefined || found(rule.pathAlsoHas, path) === undefined) return null;
  if (rule.pathHasNot?.some((word) => path.includes(word))) return null;
  if (rule.anyHas && !rule.anyHas.some((word) => host.includes(word) || path.includes(word) || title.includes(word))) return null;
  if (found(rule.queryHas, query) === undefined || found(rule.titleHas, title) === undefined) return null;
  if (rule.titleHasNot?.some((word) => title.includes(word))) return null;
  if (found(rule.fileHas, fileName) === undefined) return null;
  if (rule.path && !rule.path.some((glob) => fitsGlob(glob, path))) return null;
  if (rule.files && !rule.files.some((glob) => fitsGlob(glob, fileName))) return null;
  if (rule.hasLookalikeHost) return index.lookalikes.find(host);
  if (rule.files ?? rule.fileHas) return evidence.fileName;
  return rule.path ?? rule.pathHas ? `${host}${path}` : host;
}

function isBetter(one: Match, other: Match): boolean {
  if (one.rule.rank !== other.rule.rank) return one.rule.rank > other.rule.rank;
  if (one.specificity !== other.specificity) return one.specificity > other.specificity;
  return one.rule.id < other.rule.id;
}

/** The verdict of the rule that speaks for this evidence; `unrelated` where none does. Never throws. */
export function decide(index: RuleIndex, evidence: Evidence, context: Context): Verdict {
  let best: Match | null = null;
  const consider = (rules: readonly CompiledRule[] | undefined, specificity: number) => {
    for (const rule of rules ?? []) {
      if (best && rule.rank < best.rule.rank) continue;
      const matched = matchedPart(rule, evidence, context, index);
      if (matched === null) continue;
      const match = { rule, specificity, matched };
      if (!best || isBetter(match, best)) best = match;
    }
  };
  const { host } = evidence;
  if (host !== '') {
    const tld = countrySuffixStart(host);
    const family = tld > 0 ? `${host.slice(0, tld)}.{tld}` : '';
    consider(index.exact.get(host), host.length + 1);
    if (family !== '') consider(index.exact.get(family), family.length + 1);
    for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
      consider(index.below.get(host.slice(start)), host.length - start);
      if (family !== '' && start < tld) consider(index.below.get(family.slice(start)), family.length - start);
    }
  }
  consider(index.anywhere, 0);
  // TypeScript doesn't see that `consider` assigns.
  const winner = best as Match | null;
  if (!winner) return { label: 'unrelated', rule: 'no-rule', matched: '', reason: index.noRule };
  const { rule, matched } = winner;
  return { label: rule.label, rule: rule.id, matched: matched.slice(0, 300), reason: rule.reason };
}
