// Reads and writes raw values even if the browser's storage fails. A value that can't be written to
// disk goes to session storage, and if that fails too, to the worker's memory, until a later write
// succeeds. A disk that hangs is waited for once.
import { now, within } from '../../platform/clock.ts';
import {
  readStored,
  writeStored,
  type StorageArea,
} from '../../platform/worker/storage/storage.ts';

/** What to tell people: saved data can't be read, or nothing more can be saved. */
export type StorageTrouble = 'unreadable' | 'unsaved';

export interface RawValue {
  readonly value: unknown;
  /** False if the disk gave no answer. Never overwrite what it may still contain. */
  readonly isRead: boolean;
}

/** Longer than a browser needs at start-up, short enough for a page waiting for its verdict. */
const readLimitMs = 2_000;
const writeLimitMs = 5_000;
const stuckForMs = 5 * 60_000;

/** `isWhole`: based on the stored value, so it replaces it instead of being merged with it. */
interface StandIn {
  readonly value: unknown;
  readonly isWhole: boolean;
}

/** Kept in session storage so that the next worker knows about it. */
interface Emergency {
  /** Until then, don't wait for the disk. */
  stuckUntil: number;
  readonly standIns: Map<string, StandIn>;
}

const sessionKey = 'unsaved';
const notRead: RawValue = { value: undefined, isRead: false };
/** Session items that could not be written. */
const ownMemory = new Map<string, unknown>();
const unreadable = new Set<string>();
let kept: Promise<Emergency> | undefined;
let recovered: () => void = () => undefined;

/** Calls back if the disk answers after the time limit: decisions made without it may be wrong. */
export function onStorageRecovered(listener: () => void): void {
  recovered = listener;
}

export async function storageTrouble(): Promise<StorageTrouble | null> {
  const { stuckUntil, standIns } = await emergency();
  if (unreadable.size > 0 || stuckUntil > now()) return 'unreadable';
  return standIns.size > 0 ? 'unsaved' : null;
}

function emergency(): Promise<Emergency> {
  kept ??= readStored('session', sessionKey).then(restored, () => restored(undefined));
  return kept;
}

/** Safe cast: only this extension can write session storage. */
function restored(stored: unknown): Emergency {
  const { stuckUntil = 0, standIns = {} } = (stored ?? {}) as {
    stuckUntil?: number;
    standIns?: Record<string, StandIn>;
  };
  return { stuckUntil, standIns: new Map(Object.entries(standIns)) };
}

async function changeEmergency(change: (now: Emergency) => void): Promise<void> {
  const current = await emergency();
  change(current);
  const { stuckUntil, standIns } = current;
  const stored = { stuckUntil, standIns: Object.fromEntries(standIns) };
  // If this fails too, the copy in the worker's memory remains.
  await writeStored('session', sessionKey, stored).catch(() => undefined);
}

async function readDisk(key: string): Promise<RawValue> {
  const known = emergency().then(({ stuckUntil }) => (stuckUntil > now() ? notRead : undefined));
  const answer = readStored('local', key).then(
    (value): RawValue => ({ value, isRead: true }),
    (cause: unknown) => {
      console.warn(`The stored item ${key} could not be read.`, cause);
      return notRead;
    },
  );
  const first = await within(readLimitMs, Promise.race([answer, known.then((no) => no ?? answer)]));
  if (first?.isRead) unreadable.delete(key);
  else unreadable.add(key);
  if (first) return first;
  await changeEmergency((current) => (current.stuckUntil = now() + stuckForMs));
  void answer.then(async ({ isRead }) => {
    if (!isRead) return;
    unreadable.clear();
    await changeEmergency((current) => (current.stuckUntil = 0));
    recovered();
  });
  return notRead;
}

/** Merges lists and records; for any other value the newer one wins. */
function merged(stored: unknown, { value, isWhole }: StandIn): unknown {
  if (isWhole || stored === undefined) return value;
  if (Array.isArray(stored) && Array.isArray(value)) return [...(stored as unknown[]), ...value];
  const areRecords = [stored, value].every((one) => typeof one === 'object' && one !== null);
  return areRecords ? { ...(stored as object), ...(value as object) } : value;
}

/** Never rejects. */
export async function readSafely(area: StorageArea, key: string): Promise<RawValue> {
  if (area === 'session') {
    if (ownMemory.has(key)) return { value: ownMemory.get(key), isRead: true };
    return { value: await readStored(area, key).catch(() => undefined), isRead: true };
  }
  const [{ standIns }, raw] = await Promise.all([emergency(), readDisk(key)]);
  const standIn = standIns.get(key);
  return standIn ? { ...raw, value: merged(raw.value, standIn) } : raw;
}

/**
 * Keeps the value in memory if it can't be written, or rejects if it is for the disk only. `isRead`:
 * the stored value was read before.
 */
export async function writeSafely(
  area: StorageArea,
  key: string,
  value: unknown,
  isRead: boolean,
  isForDisk = false,
): Promise<void> {
  if (area === 'session') {
    await writeStored(area, key, value).then(
      () => ownMemory.delete(key),
      () => ownMemory.set(key, value),
    );
    return;
  }
  if (isRead && (await isOnDisk(key, value))) {
    if ((await emergency()).standIns.has(key))
      await changeEmergency(({ standIns }) => standIns.delete(key));
    return;
  }
  if (isForDisk) throw new Error(`${key} could not be stored.`);
  await changeEmergency(({ standIns }) => standIns.set(key, { value, isWhole: isRead }));
}

async function isOnDisk(key: string, value: unknown): Promise<boolean> {
  const answer = writeStored('local', key, value).then(
    () => true,
    (cause: unknown) => {
      console.warn(`The item ${key} could not be stored; it is kept in memory.`, cause);
      return false;
    },
  );
  return (await within(writeLimitMs, answer)) ?? false;
}
