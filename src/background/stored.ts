// Reading and writing of stored items: parsed on each read, repaired where broken, one change after the other.
import { now } from '../platform/clock.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { createTurns } from './in-turn.ts';
import { state, type Repair, type StoredItem } from './state.ts';

const keptRepairs = 50;

const inTurn = createTurns();

function storageKey(item: Pick<StoredItem<unknown>, 'key' | 'version'>): string {
  return item.version === 1 ? item.key : `${item.key}.${item.version}`;
}

async function load<Value>(item: StoredItem<Value>): Promise<Value> {
  const { value, faults } = item.parse(await readStored(item.area, storageKey(item)));
  if (faults.length > 0) {
    await writeStored(item.area, storageKey(item), value);
    await addRepairs(faults.map((fault) => ({ at: new Date(now()).toISOString(), item: fault.path, message: fault.message })));
  }
  return value;
}

async function addRepairs(added: readonly Repair[]): Promise<void> {
  const { value } = state.repairs.parse(await readStored(state.repairs.area, storageKey(state.repairs)));
  await writeStored(state.repairs.area, storageKey(state.repairs), [...value, ...added].slice(-keptRepairs));
}

export function read<Value>(item: StoredItem<Value>): Promise<Value> {
  return inTurn(() => load(item));
}

/** Changes an item; nobody else reads or writes in between. Replies with the new value. */
export function update<Value>(item: StoredItem<Value>, change: (value: Value) => Value): Promise<Value> {
  return inTurn(async () => {
    const before = await load(item);
    const after = change(before);
    if (after !== before) await writeStored(item.area, storageKey(item), after);
    return after;
  });
}

export function write<Value>(item: StoredItem<Value>, value: Value): Promise<Value> {
  return update(item, () => value);
}

/** Says on the options page that something stored was broken and what was done. */
export function recordRepair(item: string, message: string): Promise<void> {
  return inTurn(() => addRepairs([{ at: new Date(now()).toISOString(), item, message }]));
}
