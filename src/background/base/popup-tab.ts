// The popup in its own tab, showing another tab's page.
import { pagePath } from '../../pages/pages.ts';
import type { Topic } from '../../messages.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { findTab, ownTabs } from '../../platform/worker/tabs.ts';
import { focusTab, navigateTab, openTab } from '../../platform/worker/tab-actions.ts';
import { createMutex } from './mutex.ts';

/** Two requests at the same time would open two tabs. */
const inTurn = createMutex();

/** One for each page: a page that asks again and again doesn't get more. */
export function openPopupTab(tabId: number | undefined, part: Topic | 'page'): Promise<void> {
  const address = new URL(ownUrl(pagePath('popup')));
  if (tabId !== undefined) address.searchParams.set('tab', String(tabId));
  const { href } = address;
  address.hash = part;
  return inTurn(async () => {
    const [open] = (await ownTabs(href)).filter(({ url }) => url?.split('#')[0] === href);
    if (!open) return openTab(address.href, tabId === undefined ? undefined : await findTab(tabId));
    await navigateTab(open.id, address.href);
    await focusTab(open);
  });
}
