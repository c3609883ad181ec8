// The popup in its own tab, showing another tab's page.
import { pagePath } from '../../pages/pages.ts';
import type { Topic } from '../../messages.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { findTab, openTab } from '../../platform/worker/tabs.ts';

export async function openPopupTab(tabId: number, part: Topic | 'page'): Promise<void> {
  const address = new URL(ownUrl(pagePath('popup')));
  address.searchParams.set('tab', String(tabId));
  address.hash = part;
  await openTab(address.href, await findTab(tabId));
}
