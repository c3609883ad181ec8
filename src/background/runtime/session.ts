// What begins with a browser session; a worker that only slept skips it.
import { withEarlierTicks } from '../../core/plan/plan.ts';
import { state } from '../base/storage-items.ts';
import { planItems } from '../page/plan-items.ts';
import { read, update, write } from '../base/store.ts';
import { reconcileBlocking } from '../block/rules.ts';
import { reconcileQuestions } from '../download/changed.ts';
import { openQuestions } from '../download/open.ts';
import { showQuestions } from '../download/questions.ts';
import { scheduleChecks } from '../feed/check.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { sendHeartbeat } from '../policy-change/heartbeat.ts';
import { reconcileTraces } from '../traces/watch.ts';
import { step } from './step.ts';

async function carryOverTicks(): Promise<void> {
  const ticks = await read(planItems.doneSteps);
  if (ticks.length === 0) return;
  await update(planItems.plan, (plan) => withEarlierTicks(plan, ticks));
  await write(planItems.doneSteps, []);
}

export async function startSession(): Promise<void> {
  // Reading repairs, so the options page can report it before anything else needs the item.
  for (const item of [state.settings, state.snoozes]) await read<unknown>(item);
  await step('open questions', reconcileQuestions);
  await step('the feeds’ schedule', scheduleChecks);
  await step('scripts for every site', reconcileEverySite);
  await step('the look for traces', reconcileTraces);
  await step('ticks of an earlier version', carryOverTicks);
  await write(state.isSessionStarted, true);
  // Nothing waits for these.
  reconcileBlocking().catch((cause: unknown) =>
    console.error('The rules for the network could not follow.', cause),
  );
  sendHeartbeat().catch((cause: unknown) =>
    console.error('The heartbeat was not reported.', cause),
  );
  if ((await openQuestions()).length > 0) await step('the question page', showQuestions);
}
