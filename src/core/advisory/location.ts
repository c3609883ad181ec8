// Where a computer is used: the person's choice, else a guess from its time zone. No network
// requests.

export interface JurisdictionZones {
  readonly id: string;
  readonly kind: string;
  /** ISO 3166 codes, or subdivisions such as US-TX. */
  readonly regions: readonly string[];
  readonly timeZones: readonly string[];
}

/** Stored instead of a jurisdiction id when the user is in none of them: don't guess, show all. */
export const otherPlace = 'elsewhere';

const countryOf = (region: string) => region.split('-')[0];

/** The jurisdiction that uses this time zone; undefined if none is known to. */
export function guessJurisdiction<Place extends JurisdictionZones>(
  places: readonly Place[],
  timeZone: string,
): Place | undefined {
  return places.find(({ timeZones }) => timeZones.includes(timeZone));
}

/**
 * Jurisdictions that matter to people there: the ban itself, which reaches beyond the U.S., and
 * every measure of their own country.
 */
export function relevantJurisdictions(
  places: readonly JurisdictionZones[],
  chosen: JurisdictionZones,
): string[] {
  const countries = new Set(chosen.regions.map(countryOf));
  return places
    .filter(
      (place) =>
        place.kind === 'ban' ||
        place.id === chosen.id ||
        place.regions.some((region) => countries.has(countryOf(region))),
    )
    .map(({ id }) => id);
}

/**
 * The jurisdiction where the computer is used. The ban's own is relevant everywhere, so prefer
 * another.
 */
export function chosenJurisdiction<Place extends JurisdictionZones>(
  known: readonly Place[],
  chosen: readonly string[],
): Place | undefined {
  const named = known.filter(({ id }) => chosen.includes(id));
  const others = named.filter(({ kind }) => kind !== 'ban');
  const [only, ...more] = others.length > 0 ? others : named;
  return more.length === 0 ? only : undefined;
}
