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
const { forgetKept, read } = await import('../../../src/background/base/store.ts');

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
