// Block mode, as people see it: the tab of a stopped navigation shows our page, which says who
// stopped it, why, and whom to ask.
//
//   network rule stopped it | its page reported the visit -> our page in that tab
//   a download was canceled -> our page in a new tab
//   "continue", where the policy allows it -> the host is bypassed until the browser closes
import { pagePath } from '../../pages/pages.ts';
import { hostOf } from '../../core/base/web-address.ts';
import { buildBlockedView, type BlockedView } from '../../core/view/blocked.ts';
import type { Question } from '../../core/decision/question.ts';
import { classifyDownload } from '../../core/detection/classify-download.ts';
import { classifyPage } from '../../core/detection/classify-page.ts';
import { isStoppedLabel, labels } from '../../core/detection/model/labels.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import { addressAttributes, ruleAttributes } from '../../core/report/redact.ts';
import type { RequestOf } from '../../messages.ts';
import type { StoppedNavigation } from '../../platform/worker/web/navigations.ts';
import { tell } from '../base/tell.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { findTab, ownTabs } from '../../platform/worker/tabs.ts';
import { focusTab, isGoingTo, navigateTab, openTab } from '../../platform/worker/tab-actions.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { createMutex } from '../base/mutex.ts';
import { isStopped } from './is-stopped.ts';
import { reconcileBlocking } from './rules.ts';
import { policy } from '../policy/managed.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { report } from '../report/report.ts';
import type { KnownSender } from '../base/sender.ts';
import { blockedNotification } from '../base/first-turn.ts';
import { state, type StoppedPage } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

const blockedPage = pagePath('blocked');
const keptPages = 50;
const keptPasses = 100;
/** A `data:` address contains the whole file. */
const maxShownAddress = 2048;

/** Two at the same time would open two tabs. */
const inTurn = createMutex();

/** `back`: number of history entries between our page and the last good one. */
function addressOf(kind: BlockedView['kind'], url: string, back = 0): string {
  const address = new URL(ownUrl(blockedPage));
  address.searchParams.set(kind, url);
  if (back > 0) address.searchParams.set('back', String(back));
  return address.href;
}

async function remember(stopped: StoppedPage): Promise<void> {
  await update(state.stoppedPages, (pages) =>
    [
      ...pages.filter(({ url, kind }) => url !== stopped.url || kind !== stopped.kind),
      stopped,
    ].slice(-keptPages),
  );
}

async function notifyBlocked(title: string, text: string, id: string): Promise<void> {
  const [{ advisory }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
  const { t } = await currentLocale(settings, advisory);
  await tell(id, t(title), t(text), t('notificationMore'));
}

interface Stopped extends Pick<KnownSender, 'tabId' | 'isPrivate'> {
  readonly url: string;
}

async function stopped(
  { url, isPrivate }: Stopped,
  { label, rule, reason, advisory }: Verdict,
  show: () => Promise<void>,
): Promise<boolean> {
  await remember({
    kind: 'page',
    url,
    label,
    rule,
    reason,
    advisory,
    ...(isPrivate ? { isPrivate } : {}),
  });
  const isShown = await show().then(
    () => true,
    async (cause: unknown) => {
      // A private window can't show our pages.
      console.info('The block page could not be shown.', cause);
      await notifyBlocked('blockedTitle', 'blockedNotification', blockedNotification);
      return false;
    },
  );
  await report(
    'navigation.blocked',
    { ...addressAttributes(url), ...ruleAttributes({ label, rule, advisory }) },
    { isPrivate },
  );
  return isShown;
}

/** Replaces the tab's page with our block page; false if it can't be shown there. */
export function showBlockPage(
  page: Stopped,
  verdict: Verdict,
  leavesEntry = true,
): Promise<boolean> {
  const address = addressOf('page', page.url, leavesEntry ? 2 : 1);
  return stopped(page, verdict, () => navigateTab(page.tabId, address));
}

/** Opens the block page in a new tab, for example if only a frame's link was blocked. */
export function openBlockPage(page: Stopped, verdict: Verdict): Promise<boolean> {
  return stopped(page, verdict, async () => {
    // A new tab opens in a normal window, whose history must not get private addresses.
    if (page.isPrivate) throw new Error('Not for a private window.');
    await openTab(addressOf('page', page.url), await findTab(page.tabId));
  });
}

/**
 * The navigation failed with the code our rules produce; classify it again to see whether they did.
 */
export async function handleStoppedNavigation({
  tabId,
  url,
  leavesEntry,
}: StoppedNavigation): Promise<void> {
  const [{ rules }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
  const verdict = classifyPage(rules.index, { url });
  if (!(await isStopped(verdict, hostOf(url), settings))) return;
  // Firefox stays on the page before, and loads no page ahead of time.
  if (leavesEntry && !(await isGoingTo(tabId, url))) return;
  // If the tab is closed, there is nothing to show, and it may have been private.
  const tab = await findTab(tabId);
  if (tab) await showBlockPage({ tabId, url, isPrivate: tab.isPrivate }, verdict, leavesEntry);
}

/** Shows which download was stopped, why, and what happened to its file. */
export async function showCanceled(
  { url, finalUrl, label: said, rule, reason, advisory, isPrivate }: Question,
  ending: NonNullable<StoppedPage['ending']>,
): Promise<void> {
  // Our pages open in normal windows; private addresses must not end up in their history.
  if (isPrivate)
    return notifyBlocked('blockedDownloadTitle', 'blockedNotification', blockedNotification);
  const label = labels.find((one) => one === said) ?? 'product-download';
  const stoppedUrl = (finalUrl || url).slice(0, maxShownAddress);
  const stopped = {
    kind: 'download' as const,
    url: stoppedUrl,
    label,
    rule,
    reason,
    ending,
    ...(advisory && { advisory }),
  };
  await remember(stopped);
  const address = addressOf('download', stoppedUrl);
  try {
    await inTurn(async () => {
      const [open] = await ownTabs(address);
      await (open ? focusTab(open) : openTab(address));
    });
  } catch (cause) {
    console.warn('Our page could not be opened; a notification stands in.', cause);
    await notifyBlocked('blockedDownloadTitle', 'blockedNotification', blockedNotification);
  }
}

export async function getBlockedView({
  kind,
  url,
}: RequestOf<'blocked-view'>): Promise<BlockedView> {
  const [{ advisory, rules }, settings, { values }] = await Promise.all([
    currentAdvisory(),
    effectiveSettings(),
    policy(),
  ]);
  const { language } = await currentLocale(settings, advisory);
  // The page's own data and the download's are lost by now; use the stored verdict.
  const known = (await read(state.stoppedPages)).find(
    (page) => page.url === url && page.kind === kind,
  );
  const byAddress =
    kind === 'page' ? classifyPage(rules.index, { url }) : classifyDownload(rules.index, { url });
  const verdict =
    isStoppedLabel(byAddress.label) || !known ? byAddress : { ...byAddress, ...known };
  const stopped = await isStopped(verdict, hostOf(url), settings);
  return buildBlockedView({
    url,
    kind,
    isStopped: stopped,
    ending: known?.ending ?? null,
    verdict,
    advisory,
    language,
    policy: values,
    mayProceed: mayProceed(values, settings.mode),
  });
}

/** Only our own page may request this. */
export async function proceedOnce(
  { url }: RequestOf<'proceed'>,
  sender: KnownSender,
): Promise<null> {
  const [settings, { values }] = await Promise.all([effectiveSettings(), policy()]);
  if (!mayProceed(values, settings.mode)) throw new Error('The policy does not let people go on.');
  if (!/^https?:/.test(url)) throw new Error('This is no address of the web.');
  await update(state.bypasses, (all) =>
    [
      ...all.filter(({ host }) => host !== hostOf(url)),
      { host: hostOf(url), ...(sender.isPrivate ? { isPrivate: true } : {}) },
    ].slice(-keptPasses),
  );
  await reconcileBlocking();
  await navigateTab(sender.tabId, url);
  return null;
}
