// Delivers queued reports to the collector: batches in order, one at a time, each deleted only
// after the collector took it.
//
//   planned -> batch sent -> 2xx: delete, next batch | retry: store when, set an alarm | rejected:
//   count, next batch
//
// The alarm is set before any work, so that delivery goes on if the worker or the browser ends.
import { own } from '../../core/report/events.ts';
import * as v from 'valibot';
import {
  batchSize,
  DeliveryStatusSchema,
  neverDelivered,
  nextAttemptAt,
  outcomeOf,
  queueLimit,
  type DeliveryStatus,
} from '../../core/report/delivery.ts';
import { ReportEventSchema, type ReportEvent } from '../../core/report/events.ts';
import {
  exportRequest,
  rejectedRecords,
  type Numbered,
  type Reporter,
} from '../../core/report/otlp.ts';
import { clearAlarm, setAlarm } from '../../platform/worker/alarms.ts';
import { chance, newId, now, soon } from '../../platform/clock.ts';
import { postReport } from '../../platform/worker/web/report-post.ts';
import {
  clearQueue,
  enqueue,
  enqueueDropped,
  oldest,
  readStatus,
  reportCounts,
  settle,
  writeStatus,
  type Queued,
} from '../../platform/worker/storage/report-queue.ts';
import { browserIdentity } from '../../platform/worker/installation.ts';
import { ownVersion } from '../../platform/worker/runtime.ts';
import { deliveryAlarm } from '../base/first-turn.ts';
import { createMutex } from '../base/mutex.ts';
import { reportTarget, type ReportTarget } from './target.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

/** Events arriving within this time are sent together. */
const gatherMs = 2_000;
/** Chromium's shortest alarm. */
const shortestAlarmMs = 30_000;
/** After this long without an answer, a batch is sent again. */
const overdueMs = 60_000;
/** Alarms may ring slightly early. */
const earlyMs = 1_000;

const delivering = createMutex();
const queueing = createMutex();

// Only for the work in progress; lost when the worker ends.
let isPlanned = false;
let sendingUpTo = 0;

export async function deliveryStatus(): Promise<DeliveryStatus> {
  const stored = v.safeParse(DeliveryStatusSchema, await readStatus());
  return stored.success ? stored.output : neverDelivered;
}

function deliverSoon(delayMs: number): void {
  soon(delayMs, () => {
    isPlanned = false;
    deliverDue().catch((cause: unknown) =>
      console.error('The reports could not be delivered.', cause),
    );
  });
}

/** Delivers soon, or by the alarm if the worker ends first. */
async function planDelivery(): Promise<void> {
  if (isPlanned) return;
  isPlanned = true;
  deliverSoon(gatherMs);
  await setAlarm(
    deliveryAlarm,
    Math.max(now() + shortestAlarmMs, nextAttemptAt(await deliveryStatus(), now())),
  );
}

/** This installation's random id, created with the first event. */
async function instanceId(): Promise<string> {
  const client = await update(state.reportClient, (known) => known ?? { id: newId() });
  return client?.id ?? '';
}

/** Stores an event, unless reporting was turned off meanwhile. */
export async function queueEvent(event: ReportEvent): Promise<void> {
  await queueing(async () => {
    if (!(await reportTarget())) return;
    await instanceId();
    await planDelivery();
    await enqueue([event], queueLimit, sendingUpTo);
  });
}

function readEvents(queued: readonly Queued[]): Numbered[] {
  return queued.flatMap(({ position, event }) => {
    const parsed = v.safeParse(ReportEventSchema, event);
    return parsed.success ? { position, event: parsed.output } : [];
  });
}

/** Sends the oldest events; returns whether to continue, and with what batch size. */
async function sendBatch(
  { address, headers }: ReportTarget,
  reporter: Reporter,
  size: number,
): Promise<number> {
  if (!headers) {
    await setAlarm(deliveryAlarm, now() + shortestAlarmMs);
    return 0;
  }
  const queued = await oldest(size);
  const last = queued.at(-1)?.position;
  if (last === undefined) return 0;
  const events = readEvents(queued);
  const broken = queued.length - events.length;
  const status = await deliveryStatus();
  if (events.length === 0) {
    await settle(last, { delivered: 0, dropped: broken }, status);
    return size;
  }
  await setAlarm(deliveryAlarm, now() + overdueMs);
  sendingUpTo = last;
  const answer = await postReport(address, headers, exportRequest(events, reporter));
  const at = new Date(now()).toISOString();
  const failure = { at, status: answer.status };
  const outcome = outcomeOf(answer, status.failures, events.length, now(), chance());
  switch (outcome.kind) {
    case 'delivered': {
      const refused = rejectedRecords(answer.body, events.length);
      await settle(
        last,
        { delivered: events.length - refused, dropped: broken + refused },
        { ...status, failures: 0, nextAttemptAt: 0, deliveredAt: at },
      );
      return size;
    }
    case 'rejected':
      await settle(
        last,
        { delivered: 0, dropped: queued.length },
        { ...status, failures: 0, nextAttemptAt: 0, failure },
      );
      return size;
    case 'halve':
      return Math.ceil(events.length / 2);
    case 'retry': {
      const due = now() + outcome.afterMs;
      await writeStatus({ ...status, failures: outcome.failures, nextAttemptAt: due, failure });
      await setAlarm(deliveryAlarm, due);
      if (outcome.afterMs < shortestAlarmMs && !isPlanned) {
        isPlanned = true;
        deliverSoon(outcome.afterMs);
      }
      return 0;
    }
  }
}

/** Queues an event about dropped events, once for each new count. */
async function tellDropped(): Promise<void> {
  const { dropped, toldDropped } = await reportCounts();
  if (dropped <= toldDropped) return;
  const event: ReportEvent = {
    id: newId(),
    name: 'reports.dropped',
    at: new Date(now()).toISOString(),
    attributes: { [own.dropped]: dropped },
  };
  await enqueueDropped(event, dropped);
}

async function deliver(): Promise<void> {
  if (!(await reportTarget())) return;
  const due = nextAttemptAt(await deliveryStatus(), now());
  if (due > now() + earlyMs) return setAlarm(deliveryAlarm, due);
  const reporter: Reporter = {
    instanceId: await instanceId(),
    extensionVersion: ownVersion(),
    browser: await browserIdentity(),
  };
  await tellDropped();
  try {
    // The policy may change or disappear during a batch.
    for (
      let size = batchSize, target = await reportTarget();
      size > 0 && target;
      target = await reportTarget()
    ) {
      size = await sendBatch(target, reporter, size);
    }
  } finally {
    sendingUpTo = 0;
  }
  await write(state.deliveryEnded, new Date(now()).toISOString());
  const { queued } = await reportCounts();
  if (queued === 0 && !isPlanned) await clearAlarm(deliveryAlarm);
}

/** By the alarm, or soon after new events. Sends nothing before its time. */
export function deliverDue(): Promise<void> {
  return delivering(deliver);
}

/** After the worker starts: continues what the previous one left. */
export async function resumeDelivery(): Promise<void> {
  if ((await read(state.reportClient)) && (await reportCounts()).queued > 0) await planDelivery();
}

/** Deletes everything once reporting is turned off. */
export async function forgetReports(): Promise<void> {
  if (!(await read(state.reportClient))) return;
  await delivering(() => queueing(clearQueue));
  await clearAlarm(deliveryAlarm);
  await write(state.reportClient, null);
}
