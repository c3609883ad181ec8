/** Shorter names are sought whole only: one letter in seven is more than a slip. */
export const minSlippedLength = 8;
const intactLength = 4;

/** The rest of a name after one slip: its first or its last letters. */
export function intactPieces(names: readonly string[]): string[] {
  const long = names.filter((name) => name.length >= minSlippedLength && /^[a-z]+$/.test(name));
  const pieces = long.flatMap((name) => [name.slice(0, intactLength), name.slice(-intactLength)]);
  return [...new Set(pieces)];
}
