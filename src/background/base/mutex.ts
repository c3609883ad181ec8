/** Runs tasks one at a time. Holds no state between tasks, so a stopped worker loses nothing. */
export function createMutex(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined); // The caller handles the failure; the next task runs anyway.
    return result;
  };
}

/** The same for each key; tasks with different keys run in parallel. */
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
