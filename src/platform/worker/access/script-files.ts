// The manifest's scripts as files, and the one that a page asks for.
import browser, { type Manifest } from 'webextension-polyfill';

/** The manifest's scripts: the main one, the page reader, the main one on parts of sites. */
export const ourScripts = () => browser.runtime.getManifest().content_scripts ?? [];

/**
 * Firefox reports full URLs but accepts only paths inside the extension.
 * TODO [2027-06-01] Check whether it still does.
 */
export const filesOf = (script: Manifest.ContentScript | undefined) =>
  (script?.js ?? []).map((file) => new URL(file, browser.runtime.getURL('')).pathname.slice(1));

/** Injects the page reader into a frame of a tab. Rejects where the browser forbids it. */
export async function injectPageReaderFile(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: filesOf(ourScripts()[1]),
    injectImmediately: true,
  });
}
