import browser from 'webextension-polyfill';

/** What the extension may do now, for comparison with what it could before. */
export async function heldPermissions(): Promise<string> {
  return JSON.stringify(await browser.permissions.getAll());
}

/** Calls back when a permission was granted or removed, here or in the browser's settings. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
