/** Whether two values are equal as JSON, ignoring the order of keys, which browsers change. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other)
  )
    return false;
  const known = (value: object) =>
    Object.entries(value).filter(([, element]) => element !== undefined);
  const [mine, theirs] = [known(one), new Map(known(other))];
  return (
    mine.length === theirs.size &&
    mine.every(([key, element]) => theirs.has(key) && isSame(element, theirs.get(key)))
  );
}
