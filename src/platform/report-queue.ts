import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  events: { key: number; value: unknown };
  counters: { key: string; value: number };
}

export interface Queued {
  /** Position in the queue; strictly increasing, never used again. */
  readonly position: number;
  readonly event: unknown;
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('reports', 1, {
    upgrade(created) {
      created.createObjectStore('events', { autoIncrement: true });
      created.createObjectStore('counters');
    },
    terminated: () => (opened = undefined),
  });
  return opened;
}

/** Adds events in one transaction; the oldest fall out beyond `limit`, and are counted. */
export async function enqueue(events: readonly unknown[], limit: number): Promise<void> {
  const transaction = (await database()).transaction(['events', 'counters'], 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('events');
  for (const event of events) await store.add(event);
  let excess = (await store.count()) - limit;
  if (excess > 0) {
    await addTo('dropped', excess);
    for (let cursor = await store.openCursor(); cursor && excess > 0; cursor = await cursor.continue(), excess--) await cursor.delete();
  }
  await transaction.done;

  async function addTo(counter: string, count: number): Promise<void> {
    const counters = transaction.objectStore('counters');
    await counters.put(((await counters.get(counter)) ?? 0) + count, counter);
  }
}

/** The oldest events, in order. */
export async function oldest(count: number): Promise<Queued[]> {
  const found: Queued[] = [];
  const store = (await database()).transaction('events').store;
  for (let cursor = await store.openCursor(); cursor && found.length < count; cursor = await cursor.continue()) {
    found.push({ position: cursor.key, event: cursor.value });
  }
  return found;
}

/** Forgets everything up to a position. `lost` says how many of them never arrived. */
export async function forgetUpTo(position: number, lost: number): Promise<void> {
  const transaction = (await database()).transaction(['events', 'counters'], 'readwrite', { durability: 'strict' });
  await transaction.objectStore('events').delete(IDBKeyRange.upperBound(position));
  if (lost > 0) {
    const counters = transaction.objectStore('counters');
    await counters.put(((await counters.get('dropped')) ?? 0) + lost, 'dropped');
  }
  await transaction.done;
}

/** Events that were dropped because the queue was full or the collector refused them, since the installation. */
export async function droppedCount(): Promise<number> {
  return (await (await database()).get('counters', 'dropped')) ?? 0;
}

export async function queuedCount(): Promise<number> {
  return (await database()).count('events');
}

/** When reporting is switched off, nothing is kept. */
export async function clearQueue(): Promise<void> {
  const transaction = (await database()).transaction(['events', 'counters'], 'readwrite');
  await transaction.objectStore('events').clear();
  await transaction.objectStore('counters').clear();
  await transaction.done;
}
