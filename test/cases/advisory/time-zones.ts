// Every name of the time zone database with the place of the advisory that it tells, or null.
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import names from '../../../src/data/generated/time-zone-names.json' with { type: 'json' };
import { isRule } from '../../../tools/generate/time-zones.ts';

const countries = new Map(
  advisory.jurisdictions
    .filter((place) => 'timeZones' in place && place.timeZones.length > 0)
    .flatMap(({ id, regions }) => regions.map((region) => [region, id] as const)),
);

export const placeOfEachName: readonly (readonly [string, string | null])[] = [
  ...Object.entries(names.countries).flatMap(([country, zones]) =>
    zones.map((zone) => [zone, countries.get(country) ?? null] as const),
  ),
  // Engines take a rule such as EST5EDT for a place's name, and have no clock for one that says it isn't set.
  ...names.elsewhere
    .filter((zone) => !isRule(zone) && zone !== 'Factory')
    .map((zone) => [zone, null] as const),
];
