import type { Fault } from '../../base/result.ts';

/** A fault for each value that was there before. */
export function repeated(
  values: readonly string[],
  path: (index: number) => string,
  what: string,
): Fault[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: path(index), message: `repeats the ${what} "${value}"` }];
  });
}
