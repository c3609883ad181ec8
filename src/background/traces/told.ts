import { levelOf, weighEach } from '../../core/traces/weigh.ts';
import { now } from '../../platform/clock.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { traceAccess } from './consent.ts';
import { knownTraces } from './record.ts';

/** Whether the toolbar icon says it: only where somebody wanted traces to be watched. */
export async function isTraceToBeTold(): Promise<boolean> {
  const { watched } = await traceAccess();
  if (watched.length === 0) return false;
  const [traces, sightings] = await Promise.all([knownTraces(), read(state.traceSightings)]);
  return levelOf(weighEach(traces, sightings, now())) === 'found';
}
