import { readEvidence } from '../../page-evidence/read.ts';
import { PageScorer } from '../../page-evidence/score.ts';
import { readSigns } from '../../signs/read.ts';
import { reasonOf, SignScorer } from '../../signs/scorer.ts';
import { lookalikeFinder } from '../../matching/lookalike.ts';
import { NameFinder } from '../../signs/name-finder.ts';
import { HostlessRules } from '../hostless-rules.ts';
import { Prefilter } from './prefilter.ts';
import type { Weighing } from './late-weighing.ts';

/** All of it. */
export const weighing: Weighing = {
  HostlessRules,
  Prefilter,
  NameFinder,
  lookalikeFinder,
  readSigns,
  SignScorer,
  reasonOf,
  scoreEvidence(raw, lists) {
    const { table, faults } = readEvidence(raw, lists);
    return { scorer: new PageScorer(table), faults };
  },
};
