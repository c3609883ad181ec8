import browser from 'webextension-polyfill';
import { namedPatterns } from '../runtime.ts';

/**
 * Host permissions of the manifest that a person has taken back. Firefox's second spelling of each,
 * with a dot at the end, isn't counted.
 */
export async function missingHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins);
  if (['*://*/*', '<all_urls>'].some((all) => granted.has(all))) return [];
  return namedPatterns().filter((pattern) => !pattern.endsWith('./*') && !granted.has(pattern));
}

/**
 * Whether we have access to every address of this match pattern. Never cached: people can revoke
 * it.
 */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}
