// Opens tabs and leads them elsewhere. Apart from what is known of tabs, which each start of the worker reads.
import browser from 'webextension-polyfill';
import { wait } from '../clock.ts';
import type { TabFacts } from './tabs.ts';

/** Firefox for Android has no windows. */
const windows = (): typeof browser.windows | undefined =>
  'windows' in browser ? browser.windows : undefined;

/**
 * Opens a tab in the foreground, next to `beside` if that window may show our pages. Opens a window
 * if there is none, and brings the tab's window to the front.
 */
export async function openTab(url: string, beside?: TabFacts): Promise<void> {
  const place =
    beside && !beside.isPrivate ? { windowId: beside.windowId, index: beside.index + 1 } : {};
  let windowId: number | undefined;
  try {
    ({ windowId } = await browser.tabs.create({ url, active: true, ...place }));
  } catch (cause) {
    if (!windows()) throw cause;
    await windows()?.create({ url, focused: true });
  }
  if (windowId !== undefined) await windows()?.update(windowId, { focused: true });
}

export async function focusTab(tab: TabFacts): Promise<void> {
  await browser.tabs.update(tab.id, { active: true });
  await windows()?.update(tab.windowId, { focused: true });
}

const goingForMs = 2_000;
const lookEveryMs = 100;

/**
 * Whether the tab itself went to this address, and not just a preload of its page. Chromium reports
 * both alike (webRequest, Chromium 156: frame 0, lifecycle `active`), but only a navigation changes
 * the tab's address, at the latest when the error page is there.
 * TODO [2027-06-01] Check whether webRequest tells a preload apart.
 */
export async function isGoingTo(tabId: number, url: string): Promise<boolean> {
  const isThere = (address: string | undefined) => address?.split('#')[0] === url.split('#')[0];
  for (let waitedMs = 0; waitedMs <= goingForMs; waitedMs += lookEveryMs) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return false;
    if (isThere(tab.url) || isThere(tab.pendingUrl)) return true;
    await wait(lookEveryMs);
  }
  return false;
}

export async function navigateTab(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}
