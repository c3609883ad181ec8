// npm run bench: every figure beside its limit; fails where one is passed.
import { advisoryLoadRows } from './advisory-load.ts';
import { detectionRows } from './detection.ts';
import { fleetRows } from './fleet.ts';
import { popupPaintRows } from './popup-paint.ts';
import { isWithinLimit, type Row } from './row.ts';

function line(row: Row): string {
  const limit = !row.limit ? '' : 'atMost' in row.limit ? `at most ${String(row.limit.atMost)}` : `at least ${String(row.limit.atLeast)}`;
  const value = `${row.value.toPrecision(3)} ${row.unit}`;
  return `${row.name.padEnd(52)} ${value.padStart(12)}   ${limit}${isWithinLimit(row) ? '' : '   PASSED THE LIMIT'}`;
}

const rows = [...detectionRows(), ...(await fleetRows()), ...(await advisoryLoadRows()), ...(await popupPaintRows())];
for (const row of rows) console.log(line(row));
if (!rows.every(isWithinLimit)) process.exitCode = 1;
