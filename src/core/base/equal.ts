/** Whether two values would be the same JSON; the order of an object's keys does not count, since browsers store them in their own. */
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
