// The one `ready` promise: after it, what is stored is whole, and open questions are known to be so.
import { currentAdvisory } from '../advisory/current.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { scheduleChecks } from '../feed/check.ts';
import { finishAnswers } from '../download/answered.ts';
import { reconcileQuestions } from '../download/created.ts';
import { sendHeartbeat } from '../policy-change/heartbeat.ts';
import { countQuestions, openQuestions, showQuestions } from '../download/questions.ts';
import { prioritySettled } from './startup-priority.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

/** A new browser session; a woken worker has this behind it. */
async function startSession(): Promise<void> {
  // Reading is repairing: the options page can say it before anything asks for the item.
  for (const item of [state.settings, state.snoozes]) await read<unknown>(item);
  await reconcileQuestions();
  await scheduleChecks();
  // What a browser refuses here must not keep the session from starting.
  await reconcileEverySite().catch((cause: unknown) =>
    console.error('Scripts for every site could not be set.', cause),
  );
  await write(state.isSessionStarted, true);
  // Nobody waits for a report.
  sendHeartbeat().catch((cause: unknown) =>
    console.error('The heartbeat was not reported.', cause),
  );
  if ((await openQuestions()).length > 0) await showQuestions();
}

async function start(): Promise<void> {
  await currentAdvisory();
  await prioritySettled();
  if (!(await read(state.isSessionStarted))) await startSession();
  await finishAnswers();
  await countQuestions();
}

let started: Promise<void> | undefined;

/** Rejects never: a start that fails is said, and the flows go on with what they can read. */
export function ready(): Promise<void> {
  started ??= start().catch((cause: unknown) =>
    console.error('The start was not complete.', cause),
  );
  return started;
}
