import { isRecord } from '../../base/records.ts';
import type { Askable } from './compiled-rule.ts';
import type { Context } from '../model/rule-schema.ts';

/** Rules that are checked and compiled when they are asked first: of 100,000 rules a browser asks a few. */
export class LazyRules {
  readonly #compile: (place: number) => Askable | null;
  readonly #compiled: (Askable | null | undefined)[];
  readonly #raws: readonly unknown[];
  readonly #ranks: Float64Array;

  /** `compile` also makes rules beyond the table's end. */
  constructor(raws: readonly unknown[], compile: (place: number) => Askable | null) {
    this.#compile = compile;
    this.#compiled = new Array<undefined>(raws.length + 1).fill(undefined);
    this.#raws = raws;
    this.#ranks = Float64Array.from(raws, (raw) =>
      isRecord(raw) && typeof raw['rank'] === 'number' ? raw['rank'] : 0,
    );
  }

  /** The rule at this place of the advisory's table; null where it is a bad one. */
  at(place: number): Askable | null {
    const known = this.#compiled[place];
    return known === undefined ? (this.#compiled[place] = this.#compile(place)) : known;
  }

  /** As the table has it: known of a rule that nobody has compiled. */
  rankOf(place: number): number {
    return this.#ranks[place] ?? 0;
  }

  /** The rule, where it is one for this context that ranks no lower than `rank`; else null, without compiling it. */
  above(place: number, rank: number, context: Context): Askable | null {
    if (this.rankOf(place) < rank) return null;
    let rule = this.#compiled[place];
    if (rule === undefined) {
      const raw = this.#raws[place];
      const on = isRecord(raw) ? raw['on'] : undefined;
      if (Array.isArray(on) && !on.includes(context)) return null;
      rule = this.at(place);
    }
    return rule?.on.includes(context) ? rule : null;
  }
}
