// Which rule speaks for an input: of all that fit, the highest rank, then the more specific host, then the id.
import type { Askable } from './compiled-rule.ts';
import { MatchedWords, type RuleInput } from './rule-input.ts';
import { RelayEnding } from '../matching/relay.ts';
import type { FittingHosts, RuleIndex } from './rule-index.ts';
import type { Context } from '../model/rule-schema.ts';
import type { Verdict } from '../model/verdict.ts';

interface Match {
  readonly rule: Askable;
  /** Characters of the host pattern that matched; 0 for a rule of any host. */
  readonly specificity: number;
  readonly verdict: Verdict;
}

function isBetter(rule: Askable, specificity: number, other: Match): boolean {
  if (rule.rank !== other.rule.rank) return rule.rank > other.rule.rank;
  if (specificity !== other.specificity) return specificity > other.specificity;
  return rule.id < other.rule.id;
}

/** The best of the rules that stand for this host. */
function ofHost(
  fitting: FittingHosts,
  index: RuleIndex,
  inspection: MatchedWords,
  context: Context,
): Match | null {
  let best: Match | null = null;
  const ask = (place: number, specificity: number) => {
    const rule = index.rules.above(place, best?.rule.rank ?? -Infinity, context);
    if (!rule || (best && !isBetter(rule, specificity, best))) return;
    const verdict = rule.ask(inspection);
    if (verdict) best = { rule, specificity, verdict };
  };
  for (const { entry, specificity } of fitting) {
    if (typeof entry === 'number') ask(entry, specificity);
    else if (!(entry instanceof RelayEnding)) for (const place of entry) ask(place, specificity);
  }
  return best;
}

/** The verdict of the rule that speaks for this evidence; `unrelated` where none does. Never throws. */
export function decide(
  index: RuleIndex,
  evidence: RuleInput,
  context: Context,
  fitting: FittingHosts = index.hosts.find(evidence.host),
): Verdict {
  const inspection = new MatchedWords(evidence, index.scanner);
  // A worker that has just begun seldom needs the index of words: most of what wakes it is a listed site.
  if (fitting.length > 0 && !index.knowsWords(context)) {
    const listed = ofHost(fitting, index, inspection, context);
    if (listed && !index.mayOutrank(listed.rule.rank, inspection, context)) return listed.verdict;
  }
  const anywhere = index.anywhere(context);
  if (!anywhere) return index.silence;
  const known = fitting.length > 0 ? ofHost(fitting, index, inspection, context) : null;
  const best = anywhere.best(inspection, known?.rule.rank ?? -1) ?? known;
  return best?.verdict ?? index.silence;
}
