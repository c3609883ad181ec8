// From sightings to one of four answers. The table:
//
//   live, very strong or strong                      found
//   likely or unproved, of two unrelated sites       as live
//   live and medium; likely, of one site             probably; two of them with different bases: found
//   unproved, of one site                            nothing
//   seen last more than thirty days ago              one step less
//   nothing but stale copies                         a stale copy, not yours
import type { Trace } from './schema.ts';
import { forgottenAfterMs } from './sightings.ts';
import type { Sighting } from './sighting-schema.ts';
import type { Strength } from './detectors/trace.ts';

export type Level = 'found' | 'probably' | 'stale' | 'nothing';
export type Weight = Strength | 'stale' | 'none';

const fewerBy: Readonly<Record<Weight, Weight>> = {
  'very-strong': 'medium',
  strong: 'medium',
  medium: 'none',
  stale: 'none',
  none: 'none',
};

function fresh({ kind, sites }: Sighting, strength: Strength): Weight {
  if (kind === 'stale') return 'stale';
  if (kind === 'live' || sites >= 2) return strength;
  return kind === 'likely' ? 'medium' : 'none';
}

/** What one sighting weighs now. */
function weightOf(sighting: Sighting, { strength }: Pick<Trace, 'strength'>, now: number): Weight {
  const weight = fresh(sighting, strength);
  return now - Date.parse(sighting.lastSeen) > forgottenAfterMs ? fewerBy[weight] : weight;
}

export interface Weighed {
  readonly trace: Trace;
  readonly sighting: Sighting;
  readonly weight: Weight;
}

/** Sightings of traces that the advisory still knows; one that it withdrew says nothing any more. */
export function weighEach(
  traces: readonly Trace[],
  sightings: readonly Sighting[],
  now: number,
): Weighed[] {
  return sightings.flatMap((sighting) => {
    const trace = traces.find(({ id }) => id === sighting.trace);
    return trace ? [{ trace, sighting, weight: weightOf(sighting, trace, now) }] : [];
  });
}

export function levelOf(weighed: readonly Weighed[]): Level {
  if (weighed.some(({ weight }) => weight === 'very-strong' || weight === 'strong')) return 'found';
  const bases = new Set(
    weighed.filter(({ weight }) => weight === 'medium').map(({ trace }) => trace.basis),
  );
  if (bases.size > 0) return bases.size > 1 ? 'found' : 'probably';
  return weighed.some(({ weight }) => weight === 'stale') ? 'stale' : 'nothing';
}
