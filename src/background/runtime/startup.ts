// The `ready` promise: after it, storage is valid and open questions are up to date.
import { withEarlierTicks } from '../../core/plan/plan.ts';
import { within } from '../../platform/clock.ts';
import { currentAdvisory, invalidateAdvisory } from '../advisory/current.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';
import { finishAnswers } from '../download/answered.ts';
import { adoptPaused, reconcileQuestions } from '../download/changed.ts';
import { countQuestions, openQuestions, showQuestions } from '../download/questions.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { sendHeartbeat } from '../policy-change/heartbeat.ts';
import { forgetPrivateWindows } from './private-windows.ts';
import { prioritySettled } from './startup-priority.ts';
import { reconcileTraces } from '../traces/watch.ts';
import { closeStorageToPages } from '../../platform/worker/storage/storage.ts';

/** A step that hangs must not block everything else. */
const stepLimitMs = 10_000;
/** Downloads wait for this one. */
const firstAnswersLimitMs = 3_000;

/** Runs one step of start-up. If it fails or hangs, log that and go on. */
async function step(
  name: string,
  work: () => Promise<unknown>,
  limitMs = stepLimitMs,
): Promise<void> {
  const outcome = work().then(
    () => true,
    (cause: unknown) => {
      console.error(`The start went on without: ${name}.`, cause);
      return true;
    },
  );
  if (!(await within(limitMs, outcome))) console.error(`The start didn't wait for: ${name}.`);
}

async function carryOverTicks(): Promise<void> {
  const ticks = await read(state.doneSteps);
  if (ticks.length === 0) return;
  await update(state.plan, (plan) => withEarlierTicks(plan, ticks));
  await write(state.doneSteps, []);
}

/** Starts a browser session; a restarted worker skips it. */
async function startSession(): Promise<void> {
  // Reading repairs, so the options page can report it before anything else needs the item.
  for (const item of [state.settings, state.snoozes]) await read<unknown>(item);
  await step('open questions', reconcileQuestions);
  await step('the feeds’ schedule', scheduleChecks);
  await step('scripts for every site', reconcileEverySite);
  await step('the look for traces', reconcileTraces);
  await step('ticks of an earlier version', carryOverTicks);
  await write(state.isSessionStarted, true);
  // Nothing waits for a report.
  sendHeartbeat().catch((cause: unknown) =>
    console.error('The heartbeat was not reported.', cause),
  );
  if ((await openQuestions()).length > 0) await step('the question page', showQuestions);
}

async function start(): Promise<void> {
  closeStorageToPages().catch((cause: unknown) =>
    console.error('Storage stays open to content scripts.', cause),
  );
  await step('the advisory', currentAdvisory);
  await step('first answers', prioritySettled, firstAnswersLimitMs);
  if (!(await read(state.isSessionStarted))) await startSession();
  await step('private windows that are gone', forgetPrivateWindows);
  await step('answers that were left behind', finishAnswers);
  await step('held downloads', adoptPaused);
  await step('the badge', countQuestions);
}

let started: Promise<void> | undefined;

/** Never rejects: a failed start is logged, and the flows use what they can read. */
export function ready(): Promise<void> {
  started ??= start().catch((cause: unknown) =>
    console.error('The start was not complete.', cause),
  );
  return started;
}

/** The disk answers after its time limit: decide again with what it contains. */
export async function readAnew(): Promise<void> {
  invalidateAdvisory();
  await countQuestions();
  await notifyContentScripts();
}
