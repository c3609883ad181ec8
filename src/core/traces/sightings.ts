// Sightings so far: which trace, when, and on how many sites. Which sites is never written to disk.
import { isSame } from '../base/equal.ts';
import type { Sighting, SiteSeen } from './sighting-schema.ts';
import type { Judgement } from './detectors/trace.ts';

const sureness: readonly Sighting['kind'][] = ['live', 'likely', 'unproved', 'stale'];
const maxSites = 100;
/** A sighting is written anew only after this time: pages come by the hundred. */
const finenessMs = 60 * 60_000;
export const forgottenAfterMs = 30 * 24 * 60 * 60_000;

/** The sites with this judgement added. A site once known for a stale copy stays so. */
export function addSite(
  sites: readonly SiteSeen[],
  { trace, kind, site }: Judgement,
): readonly SiteSeen[] {
  if (site === undefined) return sites;
  const known = sites.find((one) => one.trace === trace && one.site === site);
  // A page with a live tag may hold a stale copy beside it.
  const isStale = kind === 'stale' || (known?.isStale === true && kind === 'unproved');
  if (known?.isStale === isStale) return sites;
  return [...sites.filter((one) => one !== known), { trace, site, isStale }].slice(-maxSites);
}

function siteCount(sites: readonly SiteSeen[], trace: string): number {
  return Math.min(2, sites.filter((one) => one.trace === trace && !one.isStale).length);
}

/** The sightings with this judgement added; the same list where it is no news. */
export function addSighting(
  sightings: readonly Sighting[],
  judgement: Judgement,
  sites: readonly SiteSeen[],
  now: number,
): readonly Sighting[] {
  const { trace, kind } = judgement;
  const known = sightings.find((one) => one.trace === trace);
  const at = new Date(now).toISOString();
  if (!known)
    return [
      ...sightings,
      { trace, kind, sites: siteCount(sites, trace), firstSeen: at, lastSeen: at },
    ];
  const isSurer = sureness.indexOf(kind) < sureness.indexOf(known.kind);
  // A stale copy is no news of something that was seen at work.
  const isWeaker = sureness.indexOf(kind) > sureness.indexOf(known.kind);
  if (isWeaker && kind === 'stale') {
    const fewer = {
      ...known,
      sites: known.kind === 'live' ? known.sites : siteCount(sites, trace),
    };
    return isSame(fewer, known) ? sightings : sightings.map((one) => (one === known ? fewer : one));
  }
  const isOld = now - Date.parse(known.lastSeen) >= finenessMs;
  const next: Sighting = {
    ...known,
    kind: isSurer ? kind : known.kind,
    sites: Math.max(known.kind === 'stale' ? 0 : known.sites, siteCount(sites, trace)),
    firstSeen: known.kind === 'stale' && isSurer ? at : known.firstSeen,
    lastSeen: isSurer || isOld ? at : known.lastSeen,
  };
  return isSame(next, known) ? sightings : sightings.map((one) => (one === known ? next : one));
}

/** Without what was not seen again for thirty days after the person ticked that it is gone. */
export function withoutGone(
  sightings: readonly Sighting[],
  removedAt: string | null,
  now: number,
): readonly Sighting[] {
  if (removedAt === null) return sightings;
  const since = Date.parse(removedAt);
  const kept = sightings.filter(
    ({ lastSeen }) => Date.parse(lastSeen) > since || now - since < forgottenAfterMs,
  );
  return kept.length === sightings.length ? sightings : kept;
}
