import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

interface Schema extends DBSchema {
  events: { key: number; value: unknown };
  counters: { key: string; value: number };
  status: { key: string; value: unknown };
}

export interface Queued {
  /** Place in the queue; strictly increasing, never used again. */
  readonly position: number;
  readonly event: unknown;
}

/** Since reporting was switched on. */
export interface ReportCounts {
  readonly queued: number;
  readonly delivered: number;
  /** Fell out of the full queue, or were refused by the collector. */
  readonly dropped: number;
  /** The last count of dropped events that was itself put in the queue. */
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

/** One transaction that is on the disk, not only on its way there, when it resolves. */
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

/** Drops the oldest behind `sparedUpTo` until no more than `limit` are there. Keys have no gaps worth a count of the whole store. */
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

/** Adds events in one transaction; the oldest fall out beyond `limit`, and are counted. Those up to `sparedUpTo` are just being sent. */
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

/** Adds an event that tells the count of dropped ones. */
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

/** Forgets everything up to a position and remembers what came of it, in one transaction. */
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

/** When reporting is switched off, nothing is kept. Positions go on from where they were. */
export async function clearQueue(): Promise<void> {
  await change(async (transaction) => {
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
  });
}
