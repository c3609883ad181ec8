import type { Text } from '../../i18n/text.ts';
import { checksOf, type Check } from './conditions.ts';
import type { RuleInput, MatchedWords } from './rule-input.ts';
import type { Label } from '../model/labels.ts';
import type { LookalikeFinder } from '../matching/lookalike.ts';
import type { Context, Rule } from '../model/rule-schema.ts';
import type { MultiSearch } from '../matching/multi-search.ts';

const hostAlone = ({ host }: RuleInput): string => host;
const hostAndPath = ({ host, path }: RuleInput): string => `${host}${path}`;

/** A rule ready to be asked. */
export class CompiledRule {
  readonly id: string;
  readonly label: Label;
  readonly reason: Text;
  readonly rank: number;
  readonly on: readonly Context[];
  readonly #rule: Rule;
  readonly #lookalikes: LookalikeFinder;
  readonly #checks: readonly Check[];
  readonly #matched: (evidence: RuleInput) => string | null;

  constructor(rule: Rule, lookalikes: LookalikeFinder, scanner: MultiSearch) {
    this.id = rule.id;
    this.label = rule.label;
    this.reason = rule.reason;
    this.rank = rule.rank;
    this.on = rule.on;
    this.#rule = rule;
    this.#lookalikes = lookalikes;
    this.#checks = checksOf(rule, scanner);
    this.#matched = this.#shownPart();
  }

  /** The part of the input that matched, for people; null where a condition fails. */
  matchedPart(inspection: MatchedWords): string | null {
    for (const holds of this.#checks) if (!holds(inspection)) return null;
    return this.#matched(inspection.evidence);
  }

  #shownPart(): (evidence: RuleInput) => string | null {
    const { hasLookalikeHost, files, fileHas, titleHas, path, pathHas } = this.#rule;
    if (hasLookalikeHost) return ({ host }) => this.#lookalikes.find(host);
    if (files ?? fileHas) return ({ fileName }) => fileName;
    if (titleHas) return ({ title }) => title;
    return (path ?? pathHas) ? hostAndPath : hostAlone;
  }
}
