import browser from 'webextension-polyfill';

/**
 * Host permissions of the manifest that a person has taken back. Firefox's second spelling of each,
 * with a dot at the end, isn't counted.
 */
export async function missingHosts(): Promise<string[]> {
  const { host_permissions: wanted = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: readonly string[];
  };
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins);
  if (['*://*/*', '<all_urls>'].some((all) => granted.has(all))) return [];
  return wanted.filter((pattern) => !pattern.endsWith('./*') && !granted.has(pattern));
}

/** What the extension may do now, for comparison with what it could before. */
export async function heldPermissions(): Promise<string> {
  return JSON.stringify(await browser.permissions.getAll());
}

/**
 * Whether we have access to every address of this match pattern. Never cached: people can revoke
 * it.
 */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Calls back when a permission was granted or removed, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
