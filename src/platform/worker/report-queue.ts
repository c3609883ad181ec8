import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

interface Schema extends DBSchema {
  events: { key: number; value: unknown };
  counters: { key: string; value: number };
  status: { key: string; value: unknown };
}

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
type Change = IDBPTransaction<Schema, [...typeof stores], 'readwrite'>;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('reports', 1, {
    upgrade(created) {
      created.createObjectStore('events', { autoIncrement: true });
      created.createObjectStore('counters');
      created.createObjectStore('status');
    },
    terminated: () => (opened = undefined),
  }).catch((cause: unknown) => {
    opened = undefined;
    throw cause;
  });
  return opened;
}

/** Runs one transaction; resolves once it is durably on disk. */
async function change(work: (transaction: Change) => Promise<void>): Promise<void> {
  const transaction = (await database()).transaction([...stores], 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([work(transaction), transaction.done]);
}

async function count(transaction: Change, counter: Counter, added: number): Promise<void> {
  const counters = transaction.objectStore('counters');
  await counters.put(((await counters.get(counter)) ?? 0) + added, counter);
}

/**
 * Drops the oldest after `sparedUpTo` until at most `limit` remain. Positions have few gaps, so
 * they replace counting the store.
 */
async function dropExcess(
  transaction: Change,
  newest: number,
  limit: number,
  sparedUpTo: number,
): Promise<void> {
  const events = transaction.objectStore('events');
  if (newest - sparedUpTo <= limit) return;
  const excess = IDBKeyRange.bound(sparedUpTo, newest - limit, true);
  const dropped = await events.count(excess);
  if (dropped === 0) return;
  await events.delete(excess);
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
    for (const event of events) newest = await transaction.objectStore('events').add(event);
    await dropExcess(transaction, newest, limit, sparedUpTo);
  });
}

/** Adds an event that reports the dropped count. */
export async function enqueueDropped(event: unknown, told: number): Promise<void> {
  await change(async (transaction) => {
    await transaction.objectStore('events').add(event);
    await transaction.objectStore('counters').put(told, 'toldDropped');
  });
}

/** The oldest events, in order. */
export async function oldest(limit: number): Promise<Queued[]> {
  const { store } = (await database()).transaction('events');
  const [positions, events] = await Promise.all([
    store.getAllKeys(null, limit),
    store.getAll(null, limit),
  ]);
  return positions.map((position, index) => ({ position, event: events[index] }));
}

/** Removes everything up to a position and updates the counts, in one transaction. */
export async function settle(
  position: number,
  outcome: { readonly delivered: number; readonly dropped: number },
  status: unknown,
): Promise<void> {
  await change(async (transaction) => {
    await transaction.objectStore('events').delete(IDBKeyRange.upperBound(position));
    await count(transaction, 'delivered', outcome.delivered);
    await count(transaction, 'dropped', outcome.dropped);
    await transaction.objectStore('status').put(status, 'delivery');
  });
}

export async function readStatus(): Promise<unknown> {
  return (await database()).get('status', 'delivery');
}

export async function writeStatus(status: unknown): Promise<void> {
  await change(async (transaction) => {
    await transaction.objectStore('status').put(status, 'delivery');
  });
}

export async function reportCounts(): Promise<ReportCounts> {
  const transaction = (await database()).transaction(['events', 'counters']);
  const counters = transaction.objectStore('counters');
  const counted = async (counter: Counter) => (await counters.get(counter)) ?? 0;
  const [queued, delivered, dropped, toldDropped] = await Promise.all([
    transaction.objectStore('events').count(),
    counted('delivered'),
    counted('dropped'),
    counted('toldDropped'),
  ]);
  return { queued, delivered, dropped, toldDropped };
}

/** Deletes everything when reporting is turned off. Positions continue where they were. */
export async function clearQueue(): Promise<void> {
  await change(async (transaction) => {
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
  });
}
