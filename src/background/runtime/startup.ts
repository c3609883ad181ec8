// The `ready` promise: after it, storage is valid and open questions are up to date.
import { currentAdvisory } from '../advisory/current.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { scheduleChecks } from '../feed/check.ts';
import { finishAnswers } from '../download/answered.ts';
import { reconcileQuestions } from '../download/created.ts';
import { sendHeartbeat } from '../policy-change/heartbeat.ts';
import { countQuestions, openQuestions, showQuestions } from '../download/questions.ts';
import { prioritySettled } from './startup-priority.ts';
import { reconcileTraces } from '../traces/watch.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';
import { closeStorageToPages } from '../../platform/worker/storage.ts';

/** Starts a browser session; a restarted worker skips it. */
async function startSession(): Promise<void> {
  // Reading repairs, so the options page can report it before anything else needs the item.
  for (const item of [state.settings, state.snoozes]) await read<unknown>(item);
  await reconcileQuestions();
  await scheduleChecks();
  // If the browser refuses this, the session must still start.
  await reconcileEverySite().catch((cause: unknown) =>
    console.error('Scripts for every site could not be set.', cause),
  );
  await reconcileTraces().catch((cause: unknown) =>
    console.error('Looking for traces could not go on.', cause),
  );
  await write(state.isSessionStarted, true);
  // Nothing waits for a report.
  sendHeartbeat().catch((cause: unknown) =>
    console.error('The heartbeat was not reported.', cause),
  );
  if ((await openQuestions()).length > 0) await showQuestions();
}

async function start(): Promise<void> {
  closeStorageToPages().catch((cause: unknown) =>
    console.error('Storage stays open to content scripts.', cause),
  );
  await currentAdvisory();
  await prioritySettled();
  if (!(await read(state.isSessionStarted))) await startSession();
  await finishAnswers();
  await countQuestions();
}

let started: Promise<void> | undefined;

/** Never rejects: a failed start is logged, and the flows use what they can read. */
export function ready(): Promise<void> {
  started ??= start().catch((cause: unknown) =>
    console.error('The start was not complete.', cause),
  );
  return started;
}
