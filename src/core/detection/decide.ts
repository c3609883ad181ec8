// Which rule speaks for an input: of all that fit, the highest rank, then the more specific host, then the id.
import { countrySuffixStart } from './address.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Evidence } from './conditions.ts';
import { tailOf, type HostIndex } from './host-index.ts';
import type { RuleIndex } from './rules.ts';
import type { Context } from './schema.ts';
import type { Verdict } from './verdict.ts';

interface Match {
  readonly rule: CompiledRule;
  /** Characters of the host pattern that matched; 0 for a rule of any host. */
  readonly specificity: number;
  readonly matched: string;
}

/** What a person is shown of the part that matched. */
const maxMatchedLength = 300;

function isBetter(one: Match, other: Match): boolean {
  if (one.rule.rank !== other.rule.rank) return one.rule.rank > other.rule.rank;
  if (one.specificity !== other.specificity) return one.specificity > other.specificity;
  return one.rule.id < other.rule.id;
}

/** Calls back for each bucket of rules whose host pattern fits; `{tld}` patterns are kept by what stands before it. */
function eachBucket(hosts: HostIndex, host: string, take: (rules: readonly CompiledRule[], specificity: number) => void): void {
  if (hosts.tails.has(tailOf(host))) {
    const exact = hosts.exact.get(host);
    if (exact) take(exact, host.length + 1);
    for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
      const below = hosts.below.get(start === 0 ? host : host.slice(start));
      if (below) take(below, host.length - start);
    }
  }
  const suffix = countrySuffixStart(host);
  if (suffix <= 0 || !hosts.familyNames.has(host.slice(host.lastIndexOf('.', suffix - 1) + 1, suffix))) return;
  const stem = host.slice(0, suffix);
  const exactFamily = hosts.exactFamilies.get(stem);
  if (exactFamily) take(exactFamily, stem.length + 1);
  for (let start = 0; start >= 0; start = stem.indexOf('.', start) + 1 || -1) {
    const below = hosts.belowFamilies.get(stem.slice(start));
    if (below) take(below, stem.length - start);
  }
}

/** The verdict of the rule that speaks for this evidence; `unrelated` where none does. Never throws. */
export function decide(index: RuleIndex, evidence: Evidence, context: Context): Verdict {
  let best: Match | null = null;
  if (evidence.host !== '') {
    const found: Match[] = [];
    eachBucket(index.hosts, evidence.host, (rules, specificity) => {
      for (const rule of rules) {
        if (!rule.on.includes(context)) continue;
        const matched = rule.matchedPart(evidence);
        if (matched !== null) found.push({ rule, specificity, matched });
      }
    });
    for (const match of found) if (!best || isBetter(match, best)) best = match;
  }
  const anywhere = index.anywhere[context];
  const isNamed = anywhere.mayHold(evidence);
  // Highest rank first: the first that fits is the best of them.
  for (const { rule, needsName } of anywhere.rules) {
    if (best && rule.rank <= best.rule.rank) break;
    if (needsName && !isNamed) continue;
    const matched = rule.matchedPart(evidence);
    if (matched === null) continue;
    best = { rule, specificity: 0, matched };
    break;
  }
  if (!best) return { label: 'unrelated', rule: 'no-rule', matched: '', reason: index.noRule };
  const { rule, matched } = best;
  return { label: rule.label, rule: rule.id, matched: matched.slice(0, maxMatchedLength), reason: rule.reason };
}
