import { readEvidence } from '../../page-evidence/read.ts';
import { PageScorer } from '../../page-evidence/score.ts';
import { readSigns } from '../../signs/read.ts';
import { reasonOf, SignScorer } from '../../signs/scorer.ts';
import type { Weighing } from './late-weighing.ts';

/** All that weighs words and pages' own data. */
export const weighing: Weighing = {
  readSigns,
  SignScorer,
  reasonOf,
  scoreEvidence(raw, lists) {
    const { table, faults } = readEvidence(raw, lists);
    return { scorer: new PageScorer(table), faults };
  },
};
