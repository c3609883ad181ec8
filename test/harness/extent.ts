// How much of what could be tried is tried: a part of each table in `npm test`, all of it in `npm run test:all`, or where a test is
// named.
export const isWholeRun = process.env['TEST_ALL'] !== undefined;

/** A table in a whole run; else so many of its rows, spread over it. */
export function someOf<Row>(table: readonly Row[], count: number): readonly Row[] {
  if (isWholeRun || table.length <= count) return table;
  const step = table.length / count;
  return Array.from({ length: count }, (_, place) => table[Math.floor(place * step)] as Row);
}
