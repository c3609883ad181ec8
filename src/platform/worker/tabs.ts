import browser, { type Tabs } from 'webextension-polyfill';
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

/** Asks our script in the tab's top frame; rejects if there is none. */
export async function queryTab(tabId: number, word: TabMessage): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, word, { frameId: 0 });
}

/** Notifies our scripts in all frames of a tab; rejects if there are none. */
export async function sendToTab(tabId: number, word: TabMessage): Promise<void> {
  await browser.tabs.sendMessage(tabId, word);
}
