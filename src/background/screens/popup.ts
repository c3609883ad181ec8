// The popup was opened. Reads the tab's address now; never uses a remembered one.
import { buildPopupView } from '../../core/view/popup/build-popup.ts';
import { changed, markDone } from '../../core/plan/plan.ts';
import { activeSnooze } from '../../core/decision/snooze.ts';
import { classifyPage } from '../../core/detection/classify-page.ts';
import type { RequestOf } from '../../messages.ts';
import type { PopupView } from '../../core/view/popup/popup.ts';
import { localDay, now } from '../../platform/clock.ts';
import { runInTab } from '../../platform/worker/access/site-scripts.ts';
import { activeTab, findTab, type TabFacts } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { pageShownIn, type ShownPage } from '../base/current-page.ts';
import { popupFacts } from '../page/popup-snapshot.ts';
import { rememberPage } from '../page/after-visit.ts';
import { snoozesFor } from '../page/snoozes.ts';
import { findWithheld, refreshTroubles } from '../page/troubles.ts';
import { noteRemoval } from '../traces/look.ts';
import { planItems } from '../page/plan-items.ts';
import { update } from '../base/store.ts';

/** A document that a page made itself is its site's. */
const siteAddress = (url: string): string =>
  url.startsWith('blob:http') ? `${new URL(url).origin}/` : url;

/**
 * The tab's page: from the browser if it reveals it, else from our script in the page, else null.
 * Also null for our own pages and the browser's.
 */
async function currentPage(tab: TabFacts | undefined): Promise<ShownPage | null> {
  if (!tab) return null;
  const url = tab.url && siteAddress(tab.url);
  if (url && !/^https?:/.test(url)) return null;
  const told = url ? { url, title: tab.title ?? '' } : null;
  try {
    const shown = await pageShownIn(tab.id);
    return shown ? { ...shown, url: siteAddress(shown.url), ...told } : told;
  } catch {
    // Our script isn't there. The click on our icon may allow injecting it; the popup updates when
    // it reports.
    if (told) void runInTab(tab.id).catch(() => undefined);
    await findWithheld([tab]);
    return told;
  }
}

export async function getPopupView({ tabId }: RequestOf<'popup-view'>): Promise<PopupView> {
  const tab = tabId === undefined ? await activeTab() : await findTab(tabId);
  const page = await currentPage(tab);
  await refreshTroubles();
  const [facts, { rules }] = await Promise.all([popupFacts(), currentAdvisory()]);
  const host = page && URL.canParse(page.url) ? new URL(page.url).hostname : '';
  const snoozes = await snoozesFor(tab?.isPrivate === true);
  const view = buildPopupView({
    ...facts,
    url: page?.url ?? '',
    tabId: tab?.id,
    verdict: page && host ? classifyPage(rules.index, page) : null,
    snoozedUntil: activeSnooze(snoozes, host, now())?.until ?? null,
  });
  if (tab && page) await rememberPage({ tabId: tab.id, url: page.url, page: view.page });
  return view;
}

export async function markSteps({ steps, isDone }: RequestOf<'mark-steps'>): Promise<null> {
  await update(planItems.plan, (plan) => markDone(plan, steps, isDone, localDay(now())));
  const { advisory } = await currentAdvisory();
  const look = advisory.removal.verify.find(({ looksForTraces }) => looksForTraces);
  if (look && steps.some((step) => step.endsWith(`:verify/${look.id}`))) await noteRemoval(isDone);
  return null;
}

export async function changePlan(change: RequestOf<'change-plan'>): Promise<null> {
  await update(planItems.plan, (plan) => changed(plan, change));
  return null;
}
