import browser from 'webextension-polyfill';

/**
 * Whether we have access to every address of this match pattern. Never cached: people can revoke
 * it.
 */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}
