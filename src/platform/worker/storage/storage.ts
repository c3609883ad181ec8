import browser from 'webextension-polyfill';

/** `local` is on disk; `session` is in memory until the browser closes and outlives the worker. */
export type StorageArea = 'local' | 'session';

type Found = Promise<Readonly<Record<string, unknown>>>;

const ahead = new Map<string, Found>();
const placeOf = (area: StorageArea, key: string) => `${area}.${key}`;

/**
 * Asks for items that are sure to be read: one call takes the browser as long as one item's. Each is
 * handed out once, and only as long as nobody has written it.
 */
export function readAhead(area: StorageArea, keys: readonly string[]): void {
  const found: Found = browser.storage[area].get([...keys]);
  // Whoever reads it hears of it.
  found.catch(() => undefined);
  for (const key of keys) ahead.set(placeOf(area, key), found);
}

export async function readStored(area: StorageArea, key: string): Promise<unknown> {
  const place = placeOf(area, key);
  const asked = ahead.get(place);
  ahead.delete(place);
  // Items that are asked for together fail together.
  const known = await asked?.catch(() => undefined);
  if (known) return known[key];
  const found = await browser.storage[area].get(key);
  return found[key];
}

export async function writeStored(area: StorageArea, key: string, value: unknown): Promise<void> {
  ahead.delete(placeOf(area, key));
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
