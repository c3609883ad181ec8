// Where a computer is used: as a person said, else guessed from its time zone alone. Nothing is asked of the network.

export interface JurisdictionZones {
  readonly id: string;
  readonly kind: string;
  /** ISO 3166 codes, or subdivisions such as US-TX. */
  readonly regions: readonly string[];
  readonly timeZones: readonly string[];
}

/** Said in the place of a jurisdiction's id: at none of the known places. Then nothing is guessed, and as no place is chosen, all are shown. */
export const otherPlace = 'elsewhere';

const countryOf = (region: string) => region.split('-')[0];

/** The place whose clocks show this zone's time; undefined where no place is known to. */
export function guessJurisdiction<Place extends JurisdictionZones>(
  places: readonly Place[],
  timeZone: string,
): Place | undefined {
  return places.find(({ timeZones }) => timeZones.includes(timeZone));
}

/** What concerns people there: the ban itself, which reaches beyond its country, and all measures of their own country. */
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

/** Where the computer is used, by the places that concern its user: the ban's own is among them everywhere, so another one decides. */
export function chosenJurisdiction<Place extends JurisdictionZones>(
  known: readonly Place[],
  chosen: readonly string[],
): Place | undefined {
  const named = known.filter(({ id }) => chosen.includes(id));
  const others = named.filter(({ kind }) => kind !== 'ban');
  const [only, ...more] = others.length > 0 ? others : named;
  return more.length === 0 ? only : undefined;
}
