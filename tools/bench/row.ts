// One measured figure beside its limit.

export interface Row {
  readonly name: string;
  readonly value: number;
  /** `x` for a ratio, else `ms`, `%` or what it is. */
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
 * Milliseconds that each contestant takes for the whole work, which is cut into slices. They take turns at each slice, and the median
 * of a slice's rounds counts: whatever else the machine does hits few rounds of a slice, and all contestants alike.
 */
export function inTurns<Name extends string>(contestants: Readonly<Record<Name, (slice: number) => void>>, slices: number, rounds: number): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let slice = 0; slice < slices; slice += 1) {
    const taken = names.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      names.forEach((name, place) => {
        const start = performance.now();
        contestants[name](slice);
        taken[place]?.push(performance.now() - start);
      });
    }
    names.forEach((name, place) => (times[name] += median(taken[place] ?? [])));
  }
  return times;
}
