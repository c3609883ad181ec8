// Our script on sites that the manifest doesn't name: on all of them by a person's leave, or in one tab after a click on our icon.
import browser from 'webextension-polyfill';

const everySite: { origins: string[] } = { origins: ['*://*/*'] };
const scriptId = 'every-site';

/** Paths inside the extension: Firefox tells whole addresses, but takes only paths. */
function manifestScript(): { files: string[]; matches: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const base = browser.runtime.getURL('');
  return { files: (script?.js ?? []).map((file) => new URL(file, base).pathname.slice(1)), matches: [...(script?.matches ?? [])] };
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
  const { files, matches } = manifestScript();
  await browser.scripting.registerContentScripts([
    { id: scriptId, js: files, matches: everySite.origins, excludeMatches: matches, runAt: 'document_start', allFrames: true, persistAcrossSessions: true },
  ]);
}

export async function unregisterEverySite(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
}

/** Runs our script in a tab now. Rejects where the browser doesn't let us: its own pages, its store, a tab not clicked for. */
export async function runInTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: manifestScript().files, injectImmediately: true });
}
