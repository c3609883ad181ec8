import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredItem } from '../../../src/background/base/stored-schemas.ts';

const disk = vi.hoisted(() => new Map<string, unknown>());
const unreadable = vi.hoisted(() => new Set<string>());
vi.mock('../../../src/platform/worker/storage/storage.ts', () => ({
  readStored: async (_: string, key: string) =>
    unreadable.has(key) ? Promise.reject(new Error('I/O error')) : structuredClone(disk.get(key)),
  writeStored: async (_: string, key: string, value: unknown) =>
    void disk.set(key, structuredClone(value)),
}));
vi.mock('../../../src/platform/clock.ts', async (original) => ({
  ...(await original<object>()),
  now: () => Date.parse('2030-01-01T00:00:00Z'),
}));

const { state } = await import('../../../src/background/base/storage-items.ts');
const { feedItems } = await import('../../../src/background/advisory/feed-items.ts');
const { planItems } = await import('../../../src/background/page/plan-items.ts');
const allItems = [state, feedItems, planItems].flatMap((items) =>
  Object.values<StoredItem<unknown>>(items),
);
const { forgetKept, read, update, recordRepair } =
  await import('../../../src/background/base/store.ts');

beforeEach(() => {
  disk.clear();
  // As a worker that starts.
  forgetKept(['settings', 'policy', 'ownFeed', 'snoozes', 'snoozeWords']);
});

describe('stored items', () => {
  it('are their defaults where nothing is stored, and that is no repair', async () => {
    for (const item of allItems) await read<unknown>(item);
    expect(await read(state.settings)).toEqual({});
    expect(disk.size).toBe(0);
  });

  it('keep the settings that still parse, and say which did not', async () => {
    disk.set('settings', { mode: 'shout', snoozeDays: 7, exceptions: ['example.com'] });
    expect(await read(state.settings)).toEqual({ snoozeDays: 7, exceptions: ['example.com'] });
    expect(disk.get('settings')).toEqual({ snoozeDays: 7, exceptions: ['example.com'] });
    expect(await read(state.repairs)).toEqual([
      { at: '2030-01-01T00:00:00.000Z', item: 'settings.mode', check: 'picklist' },
    ]);
  });

  it('are repaired once', async () => {
    disk.set('settings', 'rubbish');
    await read(state.settings);
    await read(state.settings);
    expect(await read(state.repairs)).toHaveLength(1);
  });

  it('lose only the broken elements of a list', async () => {
    const good = { host: 'example.com', until: '2031-01-01T00:00:00Z' };
    disk.set('snoozes', [good, { host: 'example.org', until: 'soon' }, null]);
    expect(await read(state.snoozes)).toEqual([good]);
    expect((await read(state.repairs)).map(({ item, check }) => [item, check])).toEqual([
      ['snoozes.1.until', 'check'],
      ['snoozes.2', 'object'],
    ]);
  });

  it.each([
    [{ snoozeDays: 'many' }, 'settings.snoozeDays', 'number'],
    [{ snoozeDays: 0 }, 'settings.snoozeDays', 'min_value'],
    [{ snoozeDays: 1.5 }, 'settings.snoozeDays', 'integer'],
    [{ language: 'x'.repeat(36) }, 'settings.language', 'max_length'],
    [{ exceptions: ['example.com', null] }, 'settings.exceptions.1', 'string'],
    [[], 'settings', 'object'],
  ])(
    'say of %j where it is broken, and which check it did not pass',
    async (settings, item, check) => {
      disk.set('settings', settings);
      await read(state.settings);
      expect(await read(state.repairs)).toEqual([{ at: '2030-01-01T00:00:00.000Z', item, check }]);
    },
  );

  it('say what was missing', async () => {
    disk.set('ownFeed', { address: 'https://feed.example/' });
    await read(state.ownFeed);
    expect(await read(state.repairs)).toMatchObject([{ item: 'ownFeed.key', check: 'missing' }]);
  });

  it('keep repairs that an earlier version put into its own words', async () => {
    disk.set('repairs', [
      { at: '2029-01-01T00:00:00Z', item: 'settings.mode', message: 'Invalid type' },
    ]);
    expect(await read(state.repairs)).toEqual([
      { at: '2029-01-01T00:00:00Z', item: 'settings.mode', check: '' },
    ]);
  });

  it.each([5, 'x', {}, [[]], null])('survive %j in the place of everything', async (rubbish) => {
    for (const item of allItems) disk.set(item.key, rubbish);
    for (const item of allItems) await read<unknown>(item);
    expect(await read(state.questions)).toEqual([]);
    expect((await read(state.repairs)).length).toBeGreaterThan(0);
  });

  it('are changed one after the other, so that no change is lost', async () => {
    const hosts = Array.from({ length: 20 }, (_, index) => `h${index}.test`);
    await Promise.all(
      hosts.map((host) =>
        update(state.snoozes, (all) => [...all, { host, until: '2031-01-01T00:00:00Z' }]),
      ),
    );
    expect((await read(state.snoozes)).map((snooze) => snooze.host)).toEqual(hosts);
  });

  it('are read anew after a change that was asked for meanwhile', async () => {
    const first = { host: 'a.test', until: '2031-01-01T00:00:00Z' };
    await read(state.snoozes);
    const [before, , after] = await Promise.all([
      read(state.snoozes),
      update(state.snoozes, (all) => [...all, first]),
      read(state.snoozes),
    ]);
    expect([before, after]).toEqual([[], [first]]);
    disk.set('snoozes', []);
    forgetKept(['snoozes']);
    expect(await read(state.snoozes)).toEqual([]);
  });

  it('are not overwritten while the disk can’t be read, and the change is there once it can', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const stored = { host: 'one.example', until: '2031-01-01T00:00:00Z' };
    const added = { host: 'other.example', until: '2031-01-01T00:00:00Z' };
    disk.set('snoozes', [stored]);
    unreadable.add('snoozes');
    await update(state.snoozes, (list) => [...list, added]);
    expect(disk.get('snoozes')).toEqual([stored]);
    unreadable.clear();
    forgetKept(['snoozes']);
    expect(await read(state.snoozes)).toEqual([stored, added]);
    await update(state.snoozes, ([...list]) => list);
    expect(disk.get('snoozes')).toEqual([stored, added]);
  });

  it('go on after a change that failed', async () => {
    await expect(
      update(state.snoozes, () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await read(state.snoozes)).toEqual([]);
  });

  it('keep the list of repairs short', async () => {
    for (let count = 0; count < 60; count += 1) await recordRepair(`advisory.${String(count)}`);
    const repairs = await read(state.repairs);
    expect(repairs).toHaveLength(50);
    expect(repairs.at(-1)).toMatchObject({ item: 'advisory.59', check: '' });
  });

  it('differ in their keys', () => {
    const keys = Object.values(state).map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
