import browser, { type Tabs } from 'webextension-polyfill';
import { wait } from '../clock.ts';
import type { TabMessage } from '../../messages.ts';

export interface TabFacts {
  readonly id: number;
  readonly index: number;
  readonly windowId: number;
  readonly isPrivate: boolean;
  /**
   * Only if the browser reveals it: after a click on our icon (activeTab), or for our own pages.
   */
  readonly url: string | undefined;
  readonly title: string | undefined;
}

function facts(tab: Tabs.Tab): TabFacts | undefined {
  if (tab.id === undefined || tab.windowId === undefined) return undefined;
  return {
    id: tab.id,
    index: tab.index,
    windowId: tab.windowId,
    isPrivate: tab.incognito,
    // A tab that was just opened may still be loading its first page.
    url: tab.url || tab.pendingUrl,
    title: tab.title,
  };
}

/** The tab; undefined if it is closed. */
export async function findTab(tabId: number): Promise<TabFacts | undefined> {
  try {
    return facts(await browser.tabs.get(tabId));
  } catch {
    return undefined; // The API's only way to say "no such tab".
  }
}

/** The active tab of the window focused last. */
export async function activeTab(): Promise<TabFacts | undefined> {
  const [tab] = await browser.tabs.query({
    active: true,
    lastFocusedWindow: true,
    windowType: 'normal',
  });
  const [other] = tab ? [tab] : await browser.tabs.query({ active: true, windowType: 'normal' });
  return other && facts(other);
}

export async function allTabs(): Promise<TabFacts[]> {
  return (await browser.tabs.query({})).flatMap((tab) => facts(tab) ?? []);
}

/** Tabs that show one of our pages, by URL prefix. */
export async function ownTabs(prefix: string): Promise<TabFacts[]> {
  return (await allTabs()).filter((tab) => tab.url?.startsWith(prefix));
}

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

/** Asks our script in the tab's top frame; rejects if there is none. */
export async function queryTab(tabId: number, word: TabMessage): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, word, { frameId: 0 });
}

/** Notifies our scripts in all frames of a tab; rejects if there are none. */
export async function sendToTab(tabId: number, word: TabMessage): Promise<void> {
  await browser.tabs.sendMessage(tabId, word);
}
