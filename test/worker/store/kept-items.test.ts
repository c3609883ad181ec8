import { beforeEach, expect, it, vi } from 'vitest';

const disk = vi.hoisted(() => new Map<string, unknown>());
let whileRead: () => void = () => undefined;
vi.mock('../../../src/platform/worker/storage/storage.ts', () => ({
  readStored: async (_: string, key: string) => {
    const found = structuredClone(disk.get(key));
    if (key === 'settings') whileRead();
    return found;
  },
  writeStored: async (_: string, key: string, value: unknown) =>
    void disk.set(key, structuredClone(value)),
}));

const { state } = await import('../../../src/background/base/storage-items.ts');
const { forgetKept, hearChanges, read, update } =
  await import('../../../src/background/base/store.ts');

beforeEach(() => {
  disk.clear();
  forgetKept(['settings']);
  whileRead = () => undefined;
});

it('A kept item that is changed while it is read is read again', async () => {
  disk.set('settings', { snoozeDays: 7 });
  whileRead = () => {
    // As when a page of ours writes, and the browser tells the worker before it answers its read.
    disk.set('settings', { snoozeDays: 30 });
    forgetKept(['settings']);
    whileRead = () => undefined;
  };
  await read(state.settings);
  expect(await read(state.settings)).toEqual({ snoozeDays: 30 });
});

it('A reader that comes after the change doesn’t share the read before it', async () => {
  disk.set('settings', { snoozeDays: 7 });
  let later: Promise<unknown> | undefined;
  whileRead = () => {
    whileRead = () => undefined;
    disk.set('settings', { snoozeDays: 30 });
    forgetKept(['settings']);
    later = read(state.settings);
  };
  await read(state.settings);
  expect(await later).toEqual({ snoozeDays: 30 });
});

it('Its own change is no news, and what somebody else stored is', async () => {
  const reads = vi.fn();
  whileRead = reads;
  await update(state.settings, () => ({ snoozeDays: 7 }));
  hearChanges({ settings: { snoozeDays: 7 } });
  expect(await read(state.settings)).toEqual({ snoozeDays: 7 });
  expect(reads).toHaveBeenCalledTimes(1);

  disk.set('settings', { snoozeDays: 30 });
  hearChanges({ settings: { snoozeDays: 30 } });
  expect(await read(state.settings)).toEqual({ snoozeDays: 30 });
  expect(reads).toHaveBeenCalledTimes(2);
});

it('A change begins where the one before it ended, whatever was heard meanwhile', async () => {
  disk.set('settings', { snoozeDays: 7 });
  await read(state.settings);
  const first = update(state.settings, (own) => ({ ...own, snoozeDays: 14 }));
  const second = update(state.settings, (own) => ({ ...own, mode: 'inform' as const }));
  hearChanges({ settings: { snoozeDays: 14 } });
  await Promise.all([first, second]);
  expect(await read(state.settings)).toEqual({ snoozeDays: 14, mode: 'inform' });
});
