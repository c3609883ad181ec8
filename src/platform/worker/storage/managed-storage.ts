import browser from 'webextension-polyfill';

/**
 * The browser's answer about policy. `none` means there is no policy; a browser still starting
 * gives no answer.
 */
type ManagedAnswer =
  { readonly kind: 'values'; readonly values: unknown } | { readonly kind: 'none' };

/**
 * Reads the policy. Chromium's first answer after a start takes seconds, so nothing may wait for
 * it. Firefox rejects if there is no policy at all; on Android, where there never is one, with an
 * error that doesn't say so.
 */
export async function readManaged(): Promise<ManagedAnswer> {
  try {
    const { managed } = browser.storage as Partial<typeof browser.storage>;
    const values = (await managed?.get(null)) ?? {};
    return Object.keys(values).length === 0 ? { kind: 'none' } : { kind: 'values', values };
  } catch (cause) {
    if (
      (cause instanceof Error &&
        /manifest not found|not supported|not implemented/i.test(cause.message)) ||
      (await browser.runtime.getPlatformInfo()).os === 'android'
    )
      return { kind: 'none' };
    throw cause;
  }
}

/** Tells which of our items were changed, by whomever, and what they are now. */
export function onStoredChanged(
  listener: (values: Readonly<Record<string, unknown>>) => void,
): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' || area === 'session')
      listener(
        Object.fromEntries(
          Object.entries(changes).map(([key, { newValue }]) => [key, newValue as unknown]),
        ),
      );
  });
}

/**
 * Chromium reports policy changes at once; Firefox only at its next start.
 * TODO [2027-06-01] Check whether Firefox reports them while running.
 */
export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
