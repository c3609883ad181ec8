// What looks for words on any host and weighs them, and pages' own data, wherever it comes from. A lookup
// that lacks it says so: its caller then loads it and asks again. Listed sites seldom need it.
import type { Detection } from '../../model/rule-schema.ts';
import type { PageScorer } from '../../page-evidence/score.ts';
import type { lookalikeFinder } from '../../matching/lookalike.ts';
import type { NameFinder } from '../../signs/name-finder.ts';
import type { HostlessRules } from '../hostless-rules.ts';
import type { Prefilter } from './prefilter.ts';
import type { readEvidence } from '../../page-evidence/read.ts';
import type { readSigns } from '../../signs/read.ts';
import type { reasonOf, SignScorer } from '../../signs/scorer.ts';

type Lists = Detection['lists'];

export interface Weighing {
  readonly HostlessRules: typeof HostlessRules;
  readonly Prefilter: typeof Prefilter;
  readonly NameFinder: typeof NameFinder;
  readonly lookalikeFinder: typeof lookalikeFinder;
  readonly readSigns: typeof readSigns;
  readonly SignScorer: typeof SignScorer;
  readonly reasonOf: typeof reasonOf;
  readonly scoreEvidence: (
    raw: Detection['evidence'],
    lists: Lists,
  ) => { readonly scorer: PageScorer; readonly faults: ReturnType<typeof readEvidence>['faults'] };
}

export class LateWeighing {
  #tools: Weighing | null;
  #isWanted = false;

  constructor(tools: Weighing | null) {
    this.#tools = tools;
  }

  /** Whether an answer was given without it that it might have changed. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  tools(): Weighing | null {
    if (!this.#tools) this.#isWanted = true;
    return this.#tools;
  }

  provide(tools: Weighing): void {
    this.#tools = tools;
    this.#isWanted = false;
  }
}
