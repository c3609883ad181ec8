/** Work that is done one after the other. Lives only as long as something is under way, so a stopped worker loses nothing. */
export function createMutex(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined); // The caller gets the failure; the next in line is not concerned.
    return result;
  };
}

/** The same for each key: what is done under different ones need not wait for each other. */
export function createKeyedMutex<Key>(): <Value>(
  key: Key,
  work: () => Promise<Value>,
) => Promise<Value> {
  const turns = new Map<Key, ReturnType<typeof createMutex>>();
  return (key, work) => {
    const known = turns.get(key);
    if (known) return known(work);
    const first = createMutex();
    turns.set(key, first);
    return first(work);
  };
}
