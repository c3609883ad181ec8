// The only place that stores what detectors report: nothing from private windows, and never which
// page it was.
import { addSighting, addSite, withoutGone } from '../../core/traces/sightings.ts';
import type { Sighting } from '../../core/traces/sighting-schema.ts';
import { readTraces, type Trace } from '../../core/traces/schema.ts';
import { weighEach, type Weighed } from '../../core/traces/weigh.ts';
import type { Judgement } from '../../core/traces/detectors/trace.ts';
import { own, type EventName } from '../../core/report/events.ts';
import { now } from '../../platform/clock.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { createMutex } from '../base/mutex.ts';
import { tellTracesChanged } from './listeners.ts';
import { report } from '../report/report.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';
import { traceAccess } from './consent.ts';

const inTurn = createMutex();

export async function knownTraces(): Promise<readonly Trace[]> {
  return readTraces((await currentAdvisory()).advisory.traces).traces;
}

const counts = ({ weight }: Weighed) => weight !== 'none' && weight !== 'stale';

/**
 * Told only where policy orders that traces are looked for, and the person is told so: what a
 * person looks for is theirs.
 */
async function reportEach(
  name: Extract<EventName, `trace.${string}`>,
  weighed: readonly Weighed[],
): Promise<void> {
  if ((await traceAccess()).order !== 'on') return;
  const day = new Date(now()).toISOString().slice(0, 10);
  for (const { trace } of weighed) {
    const about = {
      [own.traceDetector]: trace.detector,
      [own.traceName]: trace.id,
      [own.traceStrength]: trace.strength,
    };
    // A worker that ends between the report and the note reports again.
    await report(name, about, { id: `${name}-${trace.id}-${day}`.slice(0, 64) });
  }
}

/** Puts these sightings in the place of those known, and reports what came and what went. */
async function replace(before: readonly Sighting[], after: readonly Sighting[]): Promise<void> {
  if (after === before) return;
  const traces = await knownTraces();
  const [had, has] = [before, after].map((list) => weighEach(traces, list, now()).filter(counts));
  const isIn = (list: readonly Weighed[] | undefined, { trace }: Weighed) =>
    list?.some((one) => one.trace.id === trace.id) === true;
  await reportEach(
    'trace.found',
    (has ?? []).filter((one) => !isIn(had, one)),
  );
  await reportEach(
    'trace.gone',
    (had ?? []).filter((one) => !isIn(has, one)),
  );
  await write(state.traceSightings, after);
  tellTracesChanged();
}

export function record(judgements: readonly Judgement[], isPrivate = false): Promise<void> {
  if (isPrivate || judgements.length === 0) return Promise.resolve();
  return inTurn(async () => {
    const sites = await update(state.traceSites, (known) => judgements.reduce(addSite, known));
    const before = await read(state.traceSightings);
    await replace(
      before,
      judgements.reduce((known, one) => addSighting(known, one, sites, now()), before),
    );
  });
}

/** Of traces that a look tells for sure not to be there. */
export function forgetTraces(ids: readonly string[]): Promise<void> {
  return inTurn(async () => {
    const before = await read(state.traceSightings);
    const after = before.filter(({ trace }) => !ids.includes(trace));
    await replace(before, after.length === before.length ? before : after);
  });
}

/**
 * Traces that weren't seen again for long enough after the person ticked that the software is gone.
 */
export function forgetGone(): Promise<void> {
  return inTurn(async () => {
    const [before, { removedAt }] = await Promise.all([
      read(state.traceSightings),
      read(state.traceConsent),
    ]);
    await replace(before, withoutGone(before, removedAt, now()));
  });
}

export function forgetAll(): Promise<void> {
  return inTurn(async () => {
    await replace(await read(state.traceSightings), []);
    await write(state.traceSites, []);
  });
}
