import browser from 'webextension-polyfill';

const windows = (): typeof browser.windows | undefined =>
  'windows' in browser ? browser.windows : undefined;

/** Where there are no windows, closing a tab counts. */
export function onWindowClosed(listener: () => void): void {
  (windows()?.onRemoved ?? browser.tabs.onRemoved).addListener(listener);
}
