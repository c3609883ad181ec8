import type { Askable } from './compiled-rule.ts';

/** Rules that are checked and compiled when they are asked first: of 100,000 rules a browser asks a few. */
export class LazyRules {
  readonly #compile: (place: number) => Askable | null;
  readonly #compiled: (Askable | null | undefined)[];

  constructor(count: number, compile: (place: number) => Askable | null) {
    this.#compile = compile;
    this.#compiled = new Array<undefined>(count).fill(undefined);
  }

  /** The rule at this place of the advisory's table; null where it is a bad one. */
  at(place: number): Askable | null {
    const known = this.#compiled[place];
    return known === undefined ? (this.#compiled[place] = this.#compile(place)) : known;
  }
}
