// Where a computer is used, guessed from its time zone alone: nothing is asked of the network.

export interface KnownPlace {
  readonly id: string;
  readonly kind: string;
  /** ISO 3166 codes, or subdivisions such as US-TX. */
  readonly regions: readonly string[];
  readonly timeZones: readonly string[];
}

const countryOf = (region: string) => region.split('-')[0];

/** The place whose clocks show this zone's time; undefined where no place is known to. */
export function guessPlace<Place extends KnownPlace>(places: readonly Place[], timeZone: string): Place | undefined {
  return places.find(({ timeZones }) => timeZones.includes(timeZone));
}

/** What concerns people there: the ban itself, which reaches beyond its country, and all measures of their own country. */
export function placesThatConcern(places: readonly KnownPlace[], chosen: KnownPlace): string[] {
  const countries = new Set(chosen.regions.map(countryOf));
  return places
    .filter((place) => place.kind === 'ban' || place.id === chosen.id || place.regions.some((region) => countries.has(countryOf(region))))
    .map(({ id }) => id);
}
