import browser from 'webextension-polyfill';

/** Host permissions of the manifest that a person has taken back. */
export async function missingHosts(): Promise<string[]> {
  const { host_permissions: wanted = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: readonly string[];
  };
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins);
  if (['*://*/*', '<all_urls>'].some((all) => granted.has(all))) return [];
  return wanted.filter((pattern) => !granted.has(pattern));
}

/**
 * Whether we have access to every address of this match pattern. Never cached: people can revoke
 * it.
 */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}
