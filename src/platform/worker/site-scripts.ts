// Our script on sites that the manifest doesn't name: on all of them by a person's leave, or in one tab after a click on our icon.
import browser, { type Manifest } from 'webextension-polyfill';

const everySite: { origins: string[] } = { origins: ['*://*/*'] };
const scriptId = 'every-site';

/** The manifest's scripts: first the one that speaks to the worker, then the one that reads pages for it. */
const ourScripts = () => browser.runtime.getManifest().content_scripts ?? [];

/** Paths inside the extension: Firefox tells whole addresses, but takes only paths. */
const filesOf = (script: Manifest.ContentScript | undefined) =>
  (script?.js ?? []).map((file) => new URL(file, browser.runtime.getURL('')).pathname.slice(1));

/** Match patterns of the sites that the manifest names. */
export function namedSites(): string[] {
  return [...(ourScripts()[0]?.matches ?? [])];
}

export function isEverySiteAllowed(): Promise<boolean> {
  return browser.permissions.contains(everySite);
}

/** Calls back after a person gave leave or took it back, here or in the browser's own settings. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

export async function isEverySiteRegistered(): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] })).length > 0;
}

/** From now on, and after a restart: the script that the manifest names, on every site that it doesn't. */
export async function registerEverySite(): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js: filesOf(ourScripts()[0]),
      matches: everySite.origins,
      excludeMatches: namedSites(),
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: true,
    },
  ]);
}

export async function unregisterEverySite(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
}

/** Runs our script in a tab now. Rejects where the browser doesn't let us: its own pages, its store, a tab not clicked for. */
export async function runInTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: filesOf(ourScripts()[0]),
    injectImmediately: true,
  });
}

/** Puts the file that reads a page beside our script in a tab's top frame. Rejects where the browser doesn't let us. */
export async function bringReader(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: filesOf(ourScripts()[1]),
    injectImmediately: true,
  });
}
