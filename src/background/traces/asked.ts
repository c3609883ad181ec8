// Asks the browser itself, at intervals. In Chromium, a running worker doesn't get the API of a
// newly granted permission; the next one does.
import type { Area } from '../../core/traces/areas.ts';
import { now } from '../../platform/clock.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

const onceMs = 60 * 60_000;

export async function noteAsked(area: Area): Promise<void> {
  const added = { area, at: now() };
  await update(state.tracesAsked, (asked) => [...asked.filter((one) => one.area !== area), added]);
}

/** Those of these areas that the browser has still to be asked for. */
export async function dueAreas(areas: readonly Area[]): Promise<readonly Area[]> {
  const asked = await read(state.tracesAsked);
  const isDue = (area: Area) => !asked.some((one) => one.area === area && now() - one.at < onceMs);
  return areas.filter((area) => area !== 'pages' && isDue(area));
}

/** A press asks anew, whenever the last one was. */
export async function askAnew(): Promise<void> {
  await write(state.tracesAsked, []);
}
