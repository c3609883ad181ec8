// One measured figure with its limit.

export interface Row {
  readonly name: string;
  readonly value: number;
  /** `x` for a ratio, else `ms`, `%` or another unit. */
  readonly unit: string;
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number };
}

export function isWithinLimit({ value, limit }: Row): boolean {
  if (!limit) return true;
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Milliseconds each contestant takes for the whole work, cut into slices. Contestants take turns at
 * each slice, and only their fastest round is used, which excludes other load on the machine.
 */
export function inTurns<Name extends string>(
  contestants: Readonly<Record<Name, (slice: number) => void>>,
  slices: number,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const taken = names.map(() => Array.from({ length: slices }, (): number[] => []));
  for (let round = 0; round < rounds; round += 1) {
    for (let slice = 0; slice < slices; slice += 1) {
      names.forEach((name, place) => {
        const start = performance.now();
        contestants[name](slice);
        taken[place]?.[slice]?.push(performance.now() - start);
      });
    }
  }
  const sums = taken.map((times) => times.reduce((sum, ofSlice) => sum + Math.min(...ofSlice), 0));
  return Object.fromEntries(names.map((name, place) => [name, sums[place]])) as Record<
    Name,
    number
  >;
}
