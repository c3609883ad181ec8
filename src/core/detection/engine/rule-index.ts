// Compiles the advisory's rules into an index with all that it may need. An invalid rule is reported, the
// others apply.
import type { Fault } from '../../base/result.ts';
import type { Detection, Rule } from '../model/rule-schema.ts';
import type { AdvisoryRef } from '../model/verdict.ts';
import { parseRule } from '../model/parse-rule.ts';
import { RuleIndex } from './laid-out-rules.ts';
import { LateWeighing } from './weighing/late-weighing.ts';
import { weighing } from './weighing/weighing.ts';

export type { FittingHosts } from './index-hosts.ts';
export type { RuleIndex } from './laid-out-rules.ts';

export interface CompiledRules {
  readonly index: RuleIndex;
  /** Rules and evidence this version can't use, with their place in the advisory; found lazily. */
  readonly skipped: readonly Fault[];
}

/** Every rule that this version can use, in the advisory's order. */
export function usableRules({ rules, lists }: Detection): Rule[] {
  return rules.flatMap((raw, place) => {
    const parsed = parseRule(raw, place, lists);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Rules that are only tried, outside of any advisory. */
const onTrial: AdvisoryRef = { id: '', version: 0 };

/**
 * Indexes rules by hosts and by words they need; each is validated and compiled on first use.
 * Verdicts name the advisory that the rules are from.
 */
export function compileRules(detection: Detection, advisory: AdvisoryRef = onTrial): CompiledRules {
  const { lists, rules } = detection;
  const index = new RuleIndex(detection, new LateWeighing(weighing), advisory);
  let skipped: readonly Fault[] | undefined;
  return {
    index,
    get skipped() {
      skipped ??= rules.flatMap((raw, place) => {
        const parsed = parseRule(raw, place, lists);
        return parsed.ok ? [] : [parsed.error];
      });
      const { faults } = weighing.scoreEvidence(detection.evidence, lists);
      return [...skipped, ...faults, ...(index.signsFault ? [index.signsFault] : [])];
    },
  };
}
