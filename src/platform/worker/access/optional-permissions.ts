// Permissions that a person gives and takes back. Some builds have them from the start; those can't
// be given back.
import browser, { type Manifest } from 'webextension-polyfill';

export interface WantedPermissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

/** In the library's own words; which names a browser knows is the manifest's business. */
const inWords = ({ permissions, origins }: WantedPermissions) => ({
  permissions: permissions as Manifest.OptionalPermission[],
  origins: [...origins],
});

/** Permissions this build has or may ask for. */
export function offeredPermissions(): string[] {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  return [...permissions, ...optional];
}

export function holdsPermissions(wanted: WantedPermissions): Promise<boolean> {
  return browser.permissions.contains(inWords(wanted));
}

export async function giveBackPermissions(wanted: WantedPermissions): Promise<void> {
  // What a build requires can't be given back, and browsers refuse to.
  await browser.permissions.remove(inWords(wanted)).catch(() => false);
}
