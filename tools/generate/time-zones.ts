// Writes every time zone name by country: `tsx tools/generate/time-zones.ts [FOLDER]`, where FOLDER
// has tzdata.zi and zone.tab, like /usr/share/zoneinfo. Old names such as America/Indianapolis are
// listed under their own country even if the database links them to a city elsewhere.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface TimeZoneNames {
  /** Version of the database. */
  readonly version: string;
  /** By ISO 3166 code, alphabetical. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
  /** Names without a country, such as Etc/UTC and EST5EDT. */
  readonly elsewhere: readonly string[];
}

const path = fileURLToPath(
  new URL('../../src/data/generated/time-zone-names.json', import.meta.url),
);
export const systemFolder = '/usr/share/zoneinfo';

/** A clock rule rather than a place: EST, EST5EDT, CET. */
export const isRule = (name: string) => /^(?:[A-Z]{2}T|[A-Z]{3}\d[A-Z]{3})$/.test(name);

/** The canonical name of a place. The engine's own data never merges two countries. */
function placeOf(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

export const hasDatabase = (folder: string) =>
  ['tzdata.zi', 'zone.tab'].every((file) => existsSync(join(folder, file)));

export function readTimeZoneNames(folder: string): TimeZoneNames {
  const [head = '', ...lines] = readFileSync(join(folder, 'tzdata.zi'), 'utf8').split('\n');
  const names = lines.flatMap((line) => {
    const [kind, first, second] = line.split(' ');
    return (kind === 'Z' ? first : kind === 'L' ? second : undefined) ?? [];
  });
  const table = readFileSync(join(folder, 'zone.tab'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([country = '', , name = '']) => [name, country] as const);
  const countryByName = new Map(table);
  const countryByPlace = new Map(table.map(([name, country]) => [placeOf(name), country]));
  const countries = new Map<string, string[]>();
  const elsewhere: string[] = [];
  for (const name of [...new Set(names)].sort()) {
    const place = isRule(name) ? null : placeOf(name);
    const country = countryByName.get(name) ?? (place && countryByPlace.get(place));
    if (country) countries.set(country, [...(countries.get(country) ?? []), name]);
    else elsewhere.push(name);
  }
  return {
    version: head.replace('# version ', ''),
    countries: Object.fromEntries([...countries].sort(([a], [b]) => (a < b ? -1 : 1))),
    elsewhere,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = readTimeZoneNames(process.argv[2] ?? systemFolder);
  writeFileSync(path, `${JSON.stringify(names, null, 2)}\n`);
}
