// Reads and writes stored items. Every read validates and repairs. Changes to one item run one at a
// time; different items are read in parallel, because storage is slow while the browser starts. If
// storage fails, an item has its default value or the one kept in memory (safe-storage.ts). Some items
// are read once for a start of the worker, and again after somebody else changed them.
import { now } from '../../platform/clock.ts';
import { isSame } from '../../core/base/equal.ts';
import { createKeyedMutex } from './mutex.ts';
import { readSafely, writeSafely } from './safe-storage.ts';
import { state, type Repair, type StoredItem } from './storage-items.ts';

const keptRepairs = 50;

const inTurn = createKeyedMutex<string>();

function storageKey(item: Pick<StoredItem<unknown>, 'key' | 'version'>): string {
  return item.version === 1 ? item.key : `${item.key}.${item.version}`;
}

interface Loaded<Value> {
  readonly value: Value;
  readonly isRead: boolean;
}

async function load<Value>(item: StoredItem<Value>): Promise<Loaded<Value>> {
  const raw = await readSafely(item.area, storageKey(item));
  const { value, faults } = item.parse(raw.value);
  if (faults.length > 0) {
    await save(item, value, raw.isRead).catch(() => undefined);
    const repairs = faults.map((fault) => ({ at: new Date(now()).toISOString(), ...fault }));
    // If the list of repairs itself is invalid, this already runs in its turn.
    if (item.key === state.repairs.key) await addRepairs(repairs);
    else {
      reading.delete(state.repairs);
      await inTurn(state.repairs.key, () => addRepairs(repairs));
    }
  }
  return { value, isRead: raw.isRead };
}

function save<Value>(item: StoredItem<Value>, value: Value, isRead: boolean): Promise<void> {
  return writeSafely(item.area, storageKey(item), value, isRead, item.isForDisk);
}

async function addRepairs(added: readonly Repair[]): Promise<void> {
  const raw = await readSafely(state.repairs.area, storageKey(state.repairs));
  const { value } = state.repairs.parse(raw.value);
  await save(state.repairs, [...value, ...added].slice(-keptRepairs), raw.isRead);
}

// Reads in flight. A second reader shares the promise unless a write was queued in between.
const reading = new Map<StoredItem<unknown>, Promise<unknown>>();

/** Values of the items that are kept, for readers; nothing while a change is queued. */
const known = new Map<string, Loaded<unknown>>();
/** The same for changes, each of which begins where the one before it ended. */
const latest = new Map<string, Loaded<unknown>>();
/** Items of which somebody else's change was heard while they were read. */
const isStale = new Set<string>();

async function loadKept<Value>(item: StoredItem<Value>): Promise<Loaded<Value>> {
  // Safe cast: the map holds only this item's value.
  const kept = latest.get(item.key) as Loaded<Value> | undefined;
  if (kept) return kept;
  isStale.delete(item.key);
  const loaded = await load(item);
  if (item.isKept && loaded.isRead && !isStale.has(item.key)) latest.set(item.key, loaded);
  return loaded;
}

/**
 * Something stored was changed, by this worker or by somebody else: what is kept of it is read
 * again, and what a read under way brings is not kept, because it may be older.
 */
export function forgetKept(keys: readonly string[]): void {
  for (const key of keys) {
    latest.delete(key);
    isStale.add(key);
  }
  letReadAgain(keys);
}

/** Takes the browser's word on changed items, by key. This worker's own changes are no news. */
export function hearChanges(changes: Readonly<Record<string, unknown>>): void {
  const isOwn = (key: string) => latest.has(key) && isSame(latest.get(key)?.value, changes[key]);
  forgetKept(Object.keys(changes).filter((key) => !isOwn(key)));
}

function letReadAgain(keys: readonly string[]): void {
  for (const key of keys) known.delete(key);
  for (const item of reading.keys()) if (keys.includes(item.key)) reading.delete(item);
}

export function read<Value>(item: StoredItem<Value>): Promise<Value> {
  const kept = known.get(item.key);
  // Safe cast: the map holds only this item's value.
  if (kept) return Promise.resolve(kept.value as Value);
  const underWay = reading.get(item);
  // Safe cast: the map holds only this item's reads.
  if (underWay) return underWay as Promise<Value>;
  const answer = inTurn(item.key, async () => {
    const loaded = await loadKept(item);
    const isLatest = reading.get(item) === answer;
    if (item.isKept && loaded.isRead && isLatest) known.set(item.key, loaded);
    return loaded.value;
  }).finally(() => {
    if (reading.get(item) === answer) reading.delete(item);
  });
  reading.set(item, answer);
  return answer;
}

/** Changes an item exclusively; returns the new value. */
export function update<Value>(
  item: StoredItem<Value>,
  change: (value: Value) => Value,
): Promise<Value> {
  // Who reads from now on waits for it.
  letReadAgain([item.key]);
  return inTurn(item.key, async () => {
    const { value: before, isRead } = await loadKept(item);
    const after = change(before);
    if (after === before) return after;
    forgetKept([item.key]);
    if (item.isKept && isRead) latest.set(item.key, { value: after, isRead });
    try {
      await save(item, after, isRead);
    } catch (cause) {
      forgetKept([item.key]);
      throw cause;
    }
    return after;
  });
}

export function write<Value>(item: StoredItem<Value>, value: Value): Promise<Value> {
  return update(item, () => value);
}

/** Makes the options page show that something stored couldn't be read. */
export function recordRepair(item: string): Promise<void> {
  reading.delete(state.repairs);
  return inTurn(state.repairs.key, () =>
    addRepairs([{ at: new Date(now()).toISOString(), item, check: '' }]),
  );
}
