// What a person does about traces: looks now, has them watched, or has what was found forgotten.
import { lookMs } from '../../core/traces/consent.ts';
import { buildTracesView } from '../../core/traces/build-view.ts';
import type { TracesView } from '../../core/traces/view.ts';
import type { Translate } from '../../core/i18n/messages.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import { browserIdentity } from '../../platform/worker/installation.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';
import { askAnew } from './asked.ts';
import { traceAccess } from './consent.ts';
import { forgetAll, knownTraces } from './record.ts';
import { lookAtOpenPages, reconcileTraces } from './watch.ts';

/** What screens show. */
export async function getTracesView(language: string, t: Translate): Promise<TracesView> {
  const [access, traces, sightings, { name }, { advisory }] = await Promise.all([
    traceAccess(),
    knownTraces(),
    read(state.traceSightings),
    browserIdentity(),
    currentAdvisory(),
  ]);
  const { subject } = advisory;
  return buildTracesView({
    ...access,
    traces,
    sightings,
    browser: name,
    subject: subject.name,
    language,
    t,
    now: now(),
  });
}

/** Looks now, with the permissions that there are; the answer to a question for more is heard of when it comes. */
export async function lookForTraces({ areas }: RequestOf<'look-for-traces'>): Promise<null> {
  if ((await traceAccess()).order === 'off')
    throw new Error('The policy does not let people look for traces.');
  const at = now();
  const look = { areas, until: new Date(at + lookMs).toISOString() };
  await askAnew();
  await update(state.traceConsent, (consent) => ({
    ...consent,
    look,
    lookedAt: new Date(at).toISOString(),
  }));
  await reconcileTraces();
  await lookAtOpenPages();
  return null;
}

export async function watchForTraces({ areas }: RequestOf<'watch-for-traces'>): Promise<null> {
  const { order } = await traceAccess();
  if (order === 'on' || order === 'off')
    throw new Error('Your organization’s policy decides whether traces are looked for.');
  await update(state.traceConsent, (consent) => ({ ...consent, watched: areas }));
  await askAnew();
  await reconcileTraces();
  if (areas.includes('pages')) await lookAtOpenPages();
  return null;
}

export async function forgetTracesFound(): Promise<null> {
  await forgetAll();
  return null;
}

/** A permission came or went: a look or a watch that waits for one goes on, and says what it lacks. */
export async function followTracePermissions(): Promise<void> {
  const before = await traceAccess();
  await reconcileTraces();
  if (before.active.includes('pages')) await lookAtOpenPages();
}

/** The person ticked, or no longer ticks, that the software is gone. */
export async function noteRemoval(isDone: boolean): Promise<void> {
  await update(state.traceConsent, (consent) => ({
    ...consent,
    removedAt: isDone ? new Date(now()).toISOString() : null,
  }));
}
