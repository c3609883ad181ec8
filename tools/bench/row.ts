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

/** Milliseconds of each contestant in each round; they take turns, so that a busy machine slows all of them alike. */
export function inTurns<Name extends string>(contestants: Readonly<Record<Name, () => void>>, rounds: number): Record<Name, number[]> {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      contestants[name]();
      times[name].push(performance.now() - start);
    }
  }
  return times;
}
