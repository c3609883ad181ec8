import browser from 'webextension-polyfill';

/** `local` is on disk; `session` is in memory until the browser closes and outlives the worker. */
export type StorageArea = 'local' | 'session';

export async function readStored(area: StorageArea, key: string): Promise<unknown> {
  const found = await browser.storage[area].get(key);
  return found[key];
}

export async function writeStored(area: StorageArea, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}
