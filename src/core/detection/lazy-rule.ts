import type { CompiledRule } from './compiled-rule.ts';

/** A rule that is parsed and compiled when it is asked first: of 100,000 rules a browser asks a few. */
export class LazyRule {
  readonly #compile: () => CompiledRule | null;
  #compiled: CompiledRule | null | undefined;

  constructor(compile: () => CompiledRule | null) {
    this.#compile = compile;
  }

  /** Null where it is a bad one. */
  get compiled(): CompiledRule | null {
    return this.#compiled === undefined ? (this.#compiled = this.#compile()) : this.#compiled;
  }
}
