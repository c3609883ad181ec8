// npm run bench: prints every figure with its limit and fails if one is exceeded. Arguments select
// groups: npm run bench detection
import { advisoryLoadRows } from './advisory-load.ts';
import { detectionRows } from './detection.ts';
import { fleetRows } from './fleet.ts';
import { packageRows } from './package-weight.ts';
import { isWithinLimit, type Row } from './row.ts';

function line(row: Row): string {
  const limit = !row.limit
    ? ''
    : 'atMost' in row.limit
      ? `at most ${String(row.limit.atMost)}`
      : `at least ${String(row.limit.atLeast)}`;
  const value = `${row.value.toPrecision(3)} ${row.unit}`;
  return `${row.name.padEnd(72)} ${value.padStart(12)}   ${limit}${isWithinLimit(row) ? '' : '   PASSED THE LIMIT'}`;
}

const groups: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  detection: detectionRows,
  fleet: fleetRows,
  advisory: advisoryLoadRows,
  package: packageRows,
};

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!Object.hasOwn(groups, name))
    throw new Error(`There is no group "${name}"; there are ${Object.keys(groups).join(', ')}.`);
for (const [name, rowsOf] of Object.entries(groups)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows = await rowsOf();
  for (const row of rows) console.log(line(row));
  if (!rows.every(isWithinLimit)) process.exitCode = 1;
}
