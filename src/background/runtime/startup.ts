// The `ready` promise: after it, storage is valid and open questions are up to date.
import { currentRules } from '../advisory/current.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { countQuestions, storedQuestions } from '../download/open.ts';
import { step } from './step.ts';
import { prioritySettled } from './startup-priority.ts';
import { pausedDownloads } from '../../platform/worker/downloads/downloads.ts';
import { closeStorageToPages } from '../../platform/worker/storage/storage.ts';

/** Downloads wait for this one. */
const firstAnswersLimitMs = 3_000;

/** Finishes what a worker that was stopped left behind. Loads no more than there is to do. */
async function finishLeftovers(): Promise<void> {
  if ((await storedQuestions()).some(({ answer }) => answer !== undefined))
    await step('answers that were left behind', async () =>
      (await import('../download/answered.ts')).finishAnswers(),
    );
  await step('held downloads', async () => {
    const noted = await Promise.all([state.notedDownloads, state.privateNotedDownloads].map(read));
    if ((await pausedDownloads()).length > 0 || noted.flat().some((one) => one.state === 'waiting'))
      await (await import('../download/changed.ts')).adoptHeld();
  });
}

async function start(): Promise<void> {
  closeStorageToPages().catch((cause: unknown) =>
    console.error('Storage stays open to content scripts.', cause),
  );
  // Asked for with the others, before a page does: it needs them too.
  const ofNotices = () =>
    Promise.all(
      [state.snoozes, state.snoozeWords, state.seenNotices, state.tabVerdicts].map((item) =>
        read<unknown>(item),
      ),
    );
  await Promise.all([step('the advisory', currentRules), step('words and snoozes', ofNotices)]);
  await step('first answers', prioritySettled, firstAnswersLimitMs);
  if (!(await read(state.isSessionStarted))) {
    const { startSession } = await import('./session.ts');
    await startSession();
  }
  await step('private windows that are gone', async () =>
    (await import('./private-windows.ts')).forgetPrivateWindows(),
  );
  await finishLeftovers();
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
