import browser from 'webextension-polyfill';

/** What the browser says of an administrator's policy. `none` is an answer; a browser that isn't ready yet gives no answer. */
export type ManagedAnswer =
  { readonly kind: 'values'; readonly values: unknown } | { readonly kind: 'none' };

/**
 * Asks for the policy. In Chromium the first answer after a browser start takes seconds, so nothing may wait for this.
 * Firefox rejects where there is no policy at all.
 */
export async function readManaged(): Promise<ManagedAnswer> {
  try {
    const values = await browser.storage.managed.get(null);
    return Object.keys(values).length === 0 ? { kind: 'none' } : { kind: 'values', values };
  } catch (cause) {
    if (
      cause instanceof Error &&
      /manifest not found|not supported|not implemented/i.test(cause.message)
    )
      return { kind: 'none' };
    throw cause;
  }
}

/** Chromium tells of a changed policy at once; Firefox only at its next start. */
export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
