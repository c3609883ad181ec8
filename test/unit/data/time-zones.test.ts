// Which places the advisory knows by a computer's time zone, under every name that an engine may say.
import { describe, expect, test } from 'vitest';
import { guessJurisdiction } from '../../../src/core/advisory/location.ts';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };
import names from '../../../src/data/generated/time-zone-names.json' with { type: 'json' };
import { timeZonesOf } from '../../../tools/advisory/checks/zones.ts';
import {
  hasDatabase,
  readTimeZoneNames,
  systemFolder,
} from '../../../tools/generate/time-zones.ts';
import { placeOfEachName } from '../../cases/advisory/time-zones.ts';

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const places = parsed.value.jurisdictions.filter(({ timeZones }) => timeZones.length > 0);

/** As this engine says it; another engine may say another. */
const said = (name: string) =>
  new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;

test.each(places.map((place) => [place.id, place] as const))(
  '%s has every name of its regions’ time zones',
  (_id, { regions, timeZones }) => {
    expect(timeZones.toSorted()).toEqual(timeZonesOf(regions));
  },
);

test('The U.S. has its states and its territories', () => {
  const us = places.find(({ id }) => id === 'us');
  expect(us?.regions).toEqual(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI']);
  for (const name of [
    'America/Indiana/Indianapolis',
    'America/Indianapolis',
    'America/Kentucky/Monticello',
    'America/Louisville',
    'America/North_Dakota/Beulah',
    'America/North_Dakota/New_Salem',
    'America/Metlakatla',
    'America/Nome',
    'America/Sitka',
    'America/Yakutat',
    'America/Puerto_Rico',
    'America/St_Thomas',
    'Pacific/Guam',
    'Pacific/Pago_Pago',
    'Pacific/Saipan',
  ])
    expect(us?.timeZones).toContain(name);
});

describe('Each name of the time zone database', () => {
  test.each(placeOfEachName)('%s is %s', (name, id) => {
    expect(guessJurisdiction(places, name)?.id ?? null).toBe(id);
    expect(guessJurisdiction(places, said(name))?.id ?? null).toBe(id);
  });

  test('They are some six hundred, of which some tell no country', () => {
    expect(placeOfEachName.length).toBeGreaterThan(580);
    expect(names.elsewhere).toContain('EST5EDT');
    expect(names.elsewhere).not.toContain('US/Eastern');
  });

  // Where the old names are not installed, the machine has fewer.
  test.runIf(hasDatabase(systemFolder))('No name of this machine’s database is missing', () => {
    const here = readTimeZoneNames(systemFolder);
    const missing = Object.entries(here.countries).flatMap(([country, zones]) => {
      const known = new Map<string, readonly string[]>(Object.entries(names.countries)).get(
        country,
      );
      return zones.filter((zone) => !known?.includes(zone)).map((zone) => `${country} ${zone}`);
    });
    expect(missing).toEqual([]);
  });
});
