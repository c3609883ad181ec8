/** Work that is done one after the other. Lives only as long as something is under way, so a stopped worker loses nothing. */
export function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined); // The caller gets the failure; the next in line is not concerned.
    return result;
  };
}
