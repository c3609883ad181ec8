import type { Text } from '../../i18n/text.ts';
import { checksOf, type Check } from './conditions.ts';
import type { RuleInput, MatchedWords } from './rule-input.ts';
import type { RuleTools } from './rule-tools.ts';
import type { Label } from '../model/labels.ts';
import type { Context, Rule } from '../model/rule-schema.ts';
import type { Verdict } from '../model/verdict.ts';

const hostAlone = ({ host }: RuleInput): string => host;
const hostAndPath = ({ host, path }: RuleInput): string => `${host}${path}`;

/** The matched part, as people see it. */
const maxMatchedLength = 300;

/** What can be asked for a verdict: a rule, or the table of signs. */
export interface Askable {
  readonly id: string;
  readonly rank: number;
  readonly on: readonly Context[];
  /** Null where it does not apply. */
  ask(input: MatchedWords): Verdict | null;
}

/** A rule ready to be asked. */
export class CompiledRule implements Askable {
  readonly id: string;
  readonly label: Label;
  readonly reason: Text;
  readonly rank: number;
  readonly on: readonly Context[];
  readonly #rule: Rule;
  readonly #tools: RuleTools;
  readonly #checks: readonly Check[];
  readonly #matched: (evidence: RuleInput) => string | null;

  constructor(rule: Rule, tools: RuleTools) {
    this.id = rule.id;
    this.label = rule.label;
    this.reason = rule.reason;
    this.rank = rule.rank;
    this.on = rule.on;
    this.#rule = rule;
    this.#tools = tools;
    this.#checks = checksOf(rule, tools);
    this.#matched = this.#shownPart();
  }

  ask(inspection: MatchedWords): Verdict | null {
    for (const holds of this.#checks) if (!holds(inspection)) return null;
    const matched = this.#matched(inspection.evidence);
    if (matched === null) return null;
    return {
      label: this.label,
      rule: this.id,
      matched: matched.length > maxMatchedLength ? matched.slice(0, maxMatchedLength) : matched,
      reason: this.reason,
      advisory: this.#tools.advisory,
    };
  }

  #shownPart(): (evidence: RuleInput) => string | null {
    const { hasLookalikeHost, files, fileHas, titleHas, path, pathHas } = this.#rule;
    if (hasLookalikeHost) return ({ host }) => this.#tools.lookalikes.find(host);
    if (files ?? fileHas) return ({ fileName }) => fileName;
    if (titleHas) return ({ title }) => title;
    return (path ?? pathHas) ? hostAndPath : hostAlone;
  }
}
