// Runs our script on sites the manifest doesn't name: on all sites if granted, or in one tab after
// a click on our icon.
import browser from 'webextension-polyfill';
import { filesOf, ourScripts } from './script-files.ts';

const everySite: { origins: string[] } = { origins: ['*://*/*'] };
const scriptId = 'every-site';
/** Also in the documents that a page of such a site makes itself; the library doesn't know it yet. */
const withOwnDocuments = { matchOriginAsFallback: true };

/** Match patterns of the sites that the manifest names. */
export function namedSites(): string[] {
  const [main, , onParts] = ourScripts();
  return [...(main?.matches ?? []), ...(onParts?.matches ?? [])];
}

export function isEverySiteAllowed(): Promise<boolean> {
  return browser.permissions.contains(everySite);
}

export async function isEverySiteRegistered(): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] })).length > 0;
}

/**
 * Registers the manifest's script on every site the manifest doesn't name, now and after restarts.
 */
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
      ...withOwnDocuments,
    },
  ]);
}

export async function unregisterEverySite(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
}

/**
 * Runs our script in a tab now. Rejects where the browser forbids it: its own pages, its store, a
 * tab the user didn't click for.
 */
export async function runInTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: filesOf(ourScripts()[0]),
    injectImmediately: true,
  });
}

/** The browser's error message if we may not run a script in the tab, else null. */
export async function whyNotInTab(tabId: number): Promise<string | null> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => null });
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
