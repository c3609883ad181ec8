import browser from 'webextension-polyfill';

/** Whether the extension may reach every address of this match pattern, asked anew each time: people can take it back. */
export function hasAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}
