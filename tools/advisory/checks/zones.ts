// `zones FILE`: adds all time zone names of each place's regions, old names included. Browsers
// differ in which name they report, and released versions compare names.
import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import names from '../../../src/data/generated/time-zone-names.json' with { type: 'json' };
import { given, readBytes, wrongUse } from '../command.ts';

const usage = 'Usage: npm run -s advisory -- zones FILE';

/** A place that can be guessed from its time zones. */
const PlaceSchema = v.object({
  regions: v.array(v.string()),
  timeZones: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** For whole countries; states have none of their own. */
export function timeZonesOf(regions: readonly string[]): string[] {
  const byCountry = new Map<string, readonly string[]>(Object.entries(names.countries));
  return regions.flatMap((region) => byCountry.get(region) ?? []).toSorted();
}

export async function zones(args: string[]): Promise<number> {
  const [file, ...others] = given(args, { usage }).positionals;
  if (file === undefined || others.length > 0) throw wrongUse(usage);
  const text = new TextDecoder().decode(await readBytes(file));
  const filled: unknown = JSON.parse(text, (_key, value: unknown) =>
    v.is(PlaceSchema, value) ? { ...value, timeZones: timeZonesOf(value.regions) } : value,
  );
  await writeFile(file, `${JSON.stringify(filled, null, 2)}\n`);
  return 0;
}
