import type { LookalikeFinder } from '../matching/lookalike.ts';
import type { MultiSearch } from '../matching/multi-search.ts';
import type { AdvisoryRef } from '../model/verdict.ts';
import type { NameFinder } from '../signs/name-finder.ts';

/** What compiled rules share. A finder may come late: ask for it each time. */
export interface RuleTools {
  /** Named in each verdict. */
  readonly advisory: AdvisoryRef;
  readonly scanner: MultiSearch;
  readonly lookalikes: LookalikeFinder;
  readonly names: Pick<NameFinder, 'find'>;
}
