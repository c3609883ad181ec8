import type { LookalikeFinder } from '../../matching/lookalike.ts';
import { MultiSearch } from '../../matching/multi-search.ts';
import type { Detection } from '../../model/rule-schema.ts';
import type { AdvisoryRef } from '../../model/verdict.ts';
import type { NameFinder } from '../../signs/name-finder.ts';
import type { RuleTools } from '../rule-tools.ts';
import type { LateWeighing } from './late-weighing.ts';

/** Stand in until the finders are loaded; whoever asked them asks again. */
const noLookalikes: LookalikeFinder = {
  neededWords: [],
  mayBear: () => true,
  find: () => null,
};
const noNames: RuleTools['names'] = { find: () => null };

/** The finders are made when a rule asks first, which few do. */
export class LateTools implements RuleTools {
  readonly advisory: AdvisoryRef;
  readonly scanner = new MultiSearch();
  readonly #lookalike: Detection['lookalike'];
  readonly #otherNames: () => readonly string[];
  readonly #weighing: LateWeighing;
  #lookalikes: LookalikeFinder | undefined;
  #names: NameFinder | undefined;

  constructor(
    advisory: AdvisoryRef,
    lookalike: Detection['lookalike'],
    otherNames: () => readonly string[],
    weighing: LateWeighing,
  ) {
    this.advisory = advisory;
    this.#lookalike = lookalike;
    this.#otherNames = otherNames;
    this.#weighing = weighing;
  }

  get lookalikes(): LookalikeFinder {
    this.#lookalikes ??= this.#weighing.tools()?.lookalikeFinder(this.#lookalike);
    return this.#lookalikes ?? noLookalikes;
  }

  get names(): RuleTools['names'] {
    const tools = this.#names ? null : this.#weighing.tools();
    if (tools) this.#names = new tools.NameFinder(this.#lookalike.names, this.#otherNames());
    return this.#names ?? noNames;
  }
}
