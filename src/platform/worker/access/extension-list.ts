import browser from 'webextension-polyfill';

/** The other extensions of this browser; null where nobody gave the permission. */
export async function otherExtensions(): Promise<readonly { readonly id: string }[] | null> {
  // The API is there only with the permission.
  const { management } = browser as Partial<typeof browser>;
  if (typeof management?.getAll !== 'function') return null;
  try {
    const all = await management.getAll();
    return all.filter(({ id, type }) => id !== browser.runtime.id && type === 'extension');
  } catch {
    return null; // Taken back in between.
  }
}
