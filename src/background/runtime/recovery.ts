import { invalidateAdvisory } from '../advisory/current.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { countQuestions } from '../download/open.ts';

/** The disk answers after its time limit: decide again with what it contains. */
export async function readAnew(): Promise<void> {
  invalidateAdvisory();
  await countQuestions();
  await notifyContentScripts();
}
