import type { Text } from '../advisory/text.ts';
import { checksOf, type Check, type Evidence } from './conditions.ts';
import type { Label } from './labels.ts';
import type { LookalikeFinder } from './lookalike.ts';
import type { Context, Rule } from './schema.ts';

const hostAlone = ({ host }: Evidence): string => host;
const hostAndPath = ({ host, path }: Evidence): string => `${host}${path}`;

/** A rule ready to be asked. Its checks are made when it is asked first: of 100,000 rules a browser asks a few. */
export class CompiledRule {
  readonly id: string;
  readonly label: Label;
  readonly reason: Text;
  readonly rank: number;
  readonly on: readonly Context[];
  readonly #rule: Rule;
  readonly #lookalikes: LookalikeFinder;
  #checks: readonly Check[] | null = null;
  #matched: ((evidence: Evidence) => string | null) | null = null;

  constructor(rule: Rule, lookalikes: LookalikeFinder) {
    this.id = rule.id;
    this.label = rule.label;
    this.reason = rule.reason;
    this.rank = rule.rank;
    this.on = rule.on;
    this.#rule = rule;
    this.#lookalikes = lookalikes;
  }

  /** Words of which the rule needs at least one somewhere; null where it may fit without any. */
  neededWords(): readonly string[] | null {
    const { hostHas, subdomainHas, pathHas, anyHas, queryHas, titleHas, fileHas } = this.#rule;
    return anyHas ?? pathHas ?? hostHas ?? subdomainHas ?? queryHas ?? titleHas ?? fileHas ?? null;
  }

  /** The part of the input that matched, for people; null where a condition fails. */
  matchedPart(evidence: Evidence): string | null {
    this.#checks ??= checksOf(this.#rule);
    for (const holds of this.#checks) if (!holds(evidence)) return null;
    this.#matched ??= this.#shownPart();
    return this.#matched(evidence);
  }

  #shownPart(): (evidence: Evidence) => string | null {
    const { hasLookalikeHost, files, fileHas, titleHas, path, pathHas } = this.#rule;
    if (hasLookalikeHost) return ({ host }) => this.#lookalikes.find(host);
    if (files ?? fileHas) return ({ fileName }) => fileName;
    if (titleHas) return ({ title }) => title;
    return path ?? pathHas ? hostAndPath : hostAlone;
  }
}
