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

interface Narrowable {
  readonly setAccessLevel?: (access: { readonly accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/**
 * Keeps content scripts out of what is on disk and out of the policy: a page may own the process they
 * run in. Only Chromium can, and Firefox for Android has no managed storage.
 */
export async function closeStorageToPages(): Promise<void> {
  const access = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  const { local, managed } = browser.storage as {
    readonly local?: Narrowable;
    readonly managed?: Narrowable;
  };
  await local?.setAccessLevel?.(access);
  await managed?.setAccessLevel?.(access);
}
