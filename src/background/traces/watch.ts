// Scripts, listeners and permissions follow the person's consent: present while traces are looked
// for, removed afterward.
import { permissionsOf, type Area } from '../../core/traces/areas.ts';
import { traceScripts, type TraceScript } from '../../core/traces/scripts.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { clearAlarm, setAlarm } from '../../platform/worker/alarms.ts';
import { now } from '../../platform/clock.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import { allTabs } from '../../platform/worker/tabs.ts';
import {
  giveBackPermissions,
  offeredPermissions,
} from '../../platform/worker/access/optional-permissions.ts';
import {
  registerTraceScripts,
  runTraceScript,
} from '../../platform/worker/access/trace-scripts.ts';
import { dayMs } from '../../core/base/time.ts';
import type { PageRequest } from '../../platform/worker/web/page-requests.ts';
import { traceAlarm } from '../base/first-turn.ts';
import { createMutex } from '../base/mutex.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { dueAreas } from './asked.ts';
import { followConnections } from './connections.ts';
import { isLookActive, traceAccess, type TraceAccess } from './consent.ts';
import { lookAtExtensions } from './extensions.ts';
import { hearUpdatedRequests, noteRequest } from './page-requests.ts';
import { lookAtPrograms } from './programs.ts';
import { forgetGone, knownTraces } from './record.ts';

/** Chromium ends a worker that had nothing to do for half a minute. */
const againAfterMs = 45_000;
const longestLookMs = 10 * 60_000;

const inTurn = createMutex();

/** On few hosts: whatever runs in every page costs it more than a look is worth. */
async function scriptsFor({
  active,
}: TraceAccess): Promise<ReadonlyMap<TraceScript, readonly string[]>> {
  if (!active.includes('pages')) return new Map();
  const [traces, family] = [await knownTraces(), browserFamily()];
  const patterns = (hosts: readonly string[]) => hosts.map((host) => `*://${host}/*`);
  return new Map<TraceScript, readonly string[]>([
    [
      'verdict-icons',
      patterns(tracesFor(traces, 'verdict-icons', family).flatMap(({ hosts }) => hosts)),
    ],
    ['start-page', patterns(tracesFor(traces, 'start-page', family).flatMap(({ hosts }) => hosts))],
  ]);
}

/**
 * A look that is over, or that policy forbids now, ends; its permissions go back where nothing else
 * wants them.
 */
async function endLook(access: TraceAccess): Promise<TraceAccess> {
  if (access.consent.look !== null && (access.order === 'off' || !isLookActive(access.consent))) {
    await update(state.traceConsent, (consent) => ({ ...consent, look: null }));
  }
  const unwanted = access.allowed.filter((area) => !access.active.includes(area));
  for (const area of unwanted) {
    const wanted = permissionsOf(area, offeredPermissions());
    if (wanted) await giveBackPermissions(wanted);
  }
  return traceAccess();
}

async function setNextAlarm({ consent, watched }: TraceAccess): Promise<void> {
  if (consent.look) await setAlarm(traceAlarm, Date.parse(consent.look.until) + 1_000);
  else if (watched.length > 0) await setAlarm(traceAlarm, now() + dayMs);
  else await clearAlarm(traceAlarm);
}

/** Areas that the browser itself answers for. */
async function askBrowser(areas: readonly Area[]): Promise<void> {
  const due = await dueAreas(areas);
  if (due.includes('extensions')) await lookAtExtensions();
  if (due.includes('programs')) await lookAtPrograms();
}

/**
 * A look that could not ask the browser yet goes on until a worker wakes that can, but not for
 * ever.
 */
async function waitForWorker(access: TraceAccess): Promise<TraceAccess> {
  const { look, lookedAt } = access.consent;
  if (look === null || isLookActive(access.consent) || access.order === 'off') return access;
  const looked = look.areas.filter((area) => access.allowed.includes(area));
  await askBrowser(looked);
  const isLate = now() - Date.parse(lookedAt ?? look.until) >= longestLookMs;
  if (isLate || (await dueAreas(looked)).length === 0) return access;
  const until = new Date(now() + againAfterMs).toISOString();
  await update(state.traceConsent, (consent) => ({ ...consent, look: { ...look, until } }));
  return traceAccess();
}

function hear(request: PageRequest): void {
  noteRequest(request).catch((cause: unknown) =>
    console.error('A request could not be looked at for traces.', cause),
  );
}

async function reconcile(): Promise<void> {
  const access = await endLook(await waitForWorker(await traceAccess()));
  await setNextAlarm(access);
  await registerTraceScripts(await scriptsFor(access));
  followConnections(access.active.includes('pages'));
  if (access.active.includes('pages')) await hearUpdatedRequests(hear);
  await askBrowser(access.active);
  await forgetGone();
}

/** A worker that woke up has lost the listeners that it set after its first turn. */
export async function resumeListening(): Promise<void> {
  const { active } = await traceAccess();
  followConnections(active.includes('pages'));
  if (active.includes('pages')) await hearUpdatedRequests(hear);
  await askBrowser(active);
}

/**
 * Called at each start, after each change of permissions, policy or consent, and when the alarm
 * rings.
 */
export function reconcileTraces(): Promise<void> {
  return inTurn(reconcile);
}

/**
 * Pages that are open already; only those that the browser lets us look at. Tells once each has
 * been asked.
 */
export async function lookAtOpenPages(): Promise<void> {
  const scripts = traceScripts.filter((script) => script === 'injected-tags');
  const tabs = (await allTabs()).filter(({ isPrivate }) => !isPrivate);
  await Promise.allSettled(
    tabs.flatMap(({ id }) => scripts.map((script) => runTraceScript(id, script))),
  );
}
