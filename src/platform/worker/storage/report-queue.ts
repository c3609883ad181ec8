// The queue of reports in IndexedDB.

export interface Queued {
  /** Position in the queue; strictly increasing, never reused. */
  readonly position: number;
  readonly event: unknown;
}

/** Counted since reporting started. */
interface ReportCounts {
  readonly queued: number;
  readonly delivered: number;
  /** Dropped from a full queue, or rejected by the collector. */
  readonly dropped: number;
  /** The dropped count that was last queued as an event itself. */
  readonly toldDropped: number;
}

const stores = ['events', 'counters', 'status'] as const;
type Counter = Exclude<keyof ReportCounts, 'queued'>;
let opened: Promise<IDBDatabase> | undefined;

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The queue refused a request.'));
  });
}

function database(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open('reports', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('events', { autoIncrement: true });
    request.result.createObjectStore('counters');
    request.result.createObjectStore('status');
  };
  opened = result(request).then(
    (database) => {
      database.onclose = () => (opened = undefined);
      return database;
    },
    (cause: unknown) => {
      opened = undefined;
      throw cause;
    },
  );
  return opened;
}

/** Runs one transaction; resolves once it is durably on disk. */
async function change(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
  const transaction = (await database()).transaction([...stores], 'readwrite', {
    durability: 'strict',
  });
  const written = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('The queue was not written.'));
  });
  await Promise.all([work(transaction), written]);
}

async function count(transaction: IDBTransaction, counter: Counter, added: number): Promise<void> {
  const counters = transaction.objectStore('counters');
  const before = (await result(counters.get(counter))) as number | undefined;
  await result(counters.put((before ?? 0) + added, counter));
}

/**
 * Drops the oldest after `sparedUpTo` until at most `limit` remain. Positions have few gaps, so
 * they replace counting the store.
 */
async function dropExcess(
  transaction: IDBTransaction,
  newest: number,
  limit: number,
  sparedUpTo: number,
): Promise<void> {
  const events = transaction.objectStore('events');
  if (newest - sparedUpTo <= limit) return;
  const excess = IDBKeyRange.bound(sparedUpTo, newest - limit, true);
  const dropped = await result(events.count(excess));
  if (dropped === 0) return;
  await result(events.delete(excess));
  await count(transaction, 'dropped', dropped);
}

/**
 * Adds events in one transaction. Beyond `limit` the oldest are dropped and counted, except those
 * up to `sparedUpTo`, which are being sent.
 */
export async function enqueue(
  events: readonly unknown[],
  limit: number,
  sparedUpTo: number,
): Promise<void> {
  await change(async (transaction) => {
    let newest = 0;
    for (const event of events)
      newest = Number(await result(transaction.objectStore('events').add(event)));
    await dropExcess(transaction, newest, limit, sparedUpTo);
  });
}

/** Adds an event that reports the dropped count. */
export async function enqueueDropped(event: unknown, told: number): Promise<void> {
  await change(async (transaction) => {
    await result(transaction.objectStore('events').add(event));
    await result(transaction.objectStore('counters').put(told, 'toldDropped'));
  });
}

/** The oldest events, in order. */
export async function oldest(limit: number): Promise<Queued[]> {
  const store = (await database()).transaction('events').objectStore('events');
  const [positions, events] = await Promise.all([
    result(store.getAllKeys(null, limit)),
    result<unknown[]>(store.getAll(null, limit)),
  ]);
  return positions.map((position, index) => ({ position: Number(position), event: events[index] }));
}

/** Removes everything up to a position and updates the counts, in one transaction. */
export async function settle(
  position: number,
  outcome: { readonly delivered: number; readonly dropped: number },
  status: unknown,
): Promise<void> {
  await change(async (transaction) => {
    await result(transaction.objectStore('events').delete(IDBKeyRange.upperBound(position)));
    await count(transaction, 'delivered', outcome.delivered);
    await count(transaction, 'dropped', outcome.dropped);
    await result(transaction.objectStore('status').put(status, 'delivery'));
  });
}

export async function readStatus(): Promise<unknown> {
  const store = (await database()).transaction('status').objectStore('status');
  return result<unknown>(store.get('delivery'));
}

export async function writeStatus(status: unknown): Promise<void> {
  await change(async (transaction) => {
    await result(transaction.objectStore('status').put(status, 'delivery'));
  });
}

export async function reportCounts(): Promise<ReportCounts> {
  const transaction = (await database()).transaction(['events', 'counters']);
  const counters = transaction.objectStore('counters');
  const counted = async (counter: Counter) =>
    ((await result(counters.get(counter))) as number | undefined) ?? 0;
  const [queued, delivered, dropped, toldDropped] = await Promise.all([
    result(transaction.objectStore('events').count()),
    counted('delivered'),
    counted('dropped'),
    counted('toldDropped'),
  ]);
  return { queued, delivered, dropped, toldDropped };
}

/** Deletes everything when reporting is turned off. Positions continue where they were. */
export async function clearQueue(): Promise<void> {
  await change(async (transaction) => {
    await Promise.all(stores.map((store) => result(transaction.objectStore(store).clear())));
  });
}
