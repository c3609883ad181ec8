// Items asked for ahead of time are those of that time: each is handed out once, and never after a change.
import { beforeEach, expect, it, vi } from 'vitest';

const stored: Record<string, unknown> = {};
let isBroken = false;
const get = vi.fn(async (keys: string | readonly string[]) => {
  if (isBroken && Array.isArray(keys)) throw new Error('One of them could not be read.');
  return Object.fromEntries([keys].flat().map((key) => [key, stored[key]]));
});
const set = vi.fn(async (values: object) => void Object.assign(stored, values));
vi.doMock('webextension-polyfill', () => ({ default: { storage: { local: { get, set } } } }));

const { readAhead, readStored, writeStored } =
  await import('../../../src/platform/worker/storage/storage.ts');

beforeEach(() => {
  Object.assign(stored, { one: 1, other: 2 });
  isBroken = false;
  get.mockClear();
});

it('is one call for all, and another one for who asks again', async () => {
  readAhead('local', ['one', 'other']);
  expect(await Promise.all([readStored('local', 'one'), readStored('local', 'other')])).toEqual([
    1, 2,
  ]);
  expect(get).toHaveBeenCalledTimes(1);
  stored['one'] = 3;
  expect(await readStored('local', 'one')).toBe(3);
});

it('is not handed out after the item was written', async () => {
  readAhead('local', ['one', 'other']);
  await writeStored('local', 'one', 4);
  expect(await readStored('local', 'one')).toBe(4);
});

it('keeps one that fails from taking the others with it', async () => {
  isBroken = true;
  readAhead('local', ['one', 'other']);
  expect(await readStored('local', 'other')).toBe(2);
});
