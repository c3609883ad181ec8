// Block mode where a person meets it: the tab of a stopped navigation shows our page, which says by whom, why, and whom to ask.
//
//   network rule stopped it | its page announced itself -> our page in that tab
//   a download was canceled -> our page in a new tab
//   "go on", where the policy allows it -> the host passes until the browser closes
import { pagePath } from '../../pages/pages.ts';
import { buildBlockedView, type BlockedView } from '../../core/view/blocked.ts';
import { isException } from '../../core/decision/page-action.ts';
import { classifyDownload } from '../../core/detection/classify-download.ts';
import { classifyPage } from '../../core/detection/classify-page.ts';
import { isStoppedLabel } from '../../core/detection/model/labels.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import { addressAttributes, ruleAttributes } from '../../core/report/redact.ts';
import type { RequestOf } from '../../messages.ts';
import type { StoppedNavigation } from '../../platform/worker/network.ts';
import { notify } from '../../platform/worker/notifications.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { findTab, focusTab, navigateTab, openTab, ownTabs } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { reconcileBlocking } from './rules.ts';
import { policy } from '../policy/managed.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { report } from '../report/report.ts';
import type { KnownSender } from '../base/sender.ts';
import { blockedNotification } from '../base/notification-ids.ts';
import { state, type StoppedPage } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

const blockedPage = pagePath('blocked');
const keptPages = 50;
const keptPasses = 100;

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

async function isBypassed(url: string): Promise<boolean> {
  const host = hostOf(url);
  return (await read(state.bypasses)).some((pass) => pass.host === host);
}

/** Whether a page with this verdict is stopped now. */
export async function isStopped(
  verdict: Verdict,
  url: string,
  settings: EffectiveSettings,
): Promise<boolean> {
  if (
    settings.mode !== 'block' ||
    !isStoppedLabel(verdict.label) ||
    isException(settings.exceptions, hostOf(url))
  )
    return false;
  return !(await isBypassed(url));
}

/** `back`: how many entries of the tab's history lie between our page and the last good one. */
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
  await notify(id, t(title), t(text), t('notificationMore'));
}

/** Puts our page in place of the one that the tab is on its way to. */
export async function showBlockPage(
  { tabId, url, isPrivate }: Pick<KnownSender, 'tabId' | 'url' | 'isPrivate'>,
  { label, rule, reason }: Verdict,
  leavesEntry = true,
): Promise<void> {
  await remember({ kind: 'page', url, label, rule, reason });
  try {
    await navigateTab(tabId, addressOf('page', url, leavesEntry ? 2 : 1));
  } catch (cause) {
    // A private window may not show a page of ours.
    console.info(`Tab ${String(tabId)} could not show why it was stopped.`, cause);
    await notifyBlocked('blockedTitle', 'blockedNotification', blockedNotification);
  }
  const { advisory } = await currentAdvisory();
  await report(
    'navigation.blocked',
    { ...addressAttributes(url), ...ruleAttributes({ label, rule }, advisory.version) },
    { isPrivate },
  );
}

/** A navigation ended as one does that our rules stop; whether it was they, the same rules say. */
export async function handleStoppedNavigation({
  tabId,
  url,
  leavesEntry,
}: StoppedNavigation): Promise<void> {
  const [{ rules }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
  const verdict = classifyPage(rules.index, { url });
  if (!(await isStopped(verdict, url, settings))) return;
  // A tab that is gone has nothing left to show, and may have been a private one.
  const tab = await findTab(tabId);
  if (tab) await showBlockPage({ tabId, url, isPrivate: tab.isPrivate }, verdict, leavesEntry);
}

/** Says which download was canceled, and why. */
export async function showCanceled(
  url: string,
  { label, rule, reason }: Verdict,
  isPrivate: boolean,
): Promise<void> {
  // Our pages open in ordinary windows, whose history a private one has no business in.
  if (isPrivate)
    return notifyBlocked('blockedDownloadTitle', 'blockedNotification', blockedNotification);
  await remember({ kind: 'download', url, label, rule, reason });
  const address = addressOf('download', url);
  try {
    const [open] = await ownTabs(address);
    await (open ? focusTab(open) : openTab(address));
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
  // What the page itself or the download told when it was stopped is known no more; what was concluded is.
  const known = (await read(state.stoppedPages)).find(
    (page) => page.url === url && page.kind === kind,
  );
  const byAddress =
    kind === 'page' ? classifyPage(rules.index, { url }) : classifyDownload(rules.index, { url });
  const verdict =
    isStoppedLabel(byAddress.label) || !known ? byAddress : { ...byAddress, ...known };
  const stopped = await isStopped(verdict, url, settings);
  return buildBlockedView({
    url,
    kind,
    isStopped: stopped,
    verdict,
    advisory,
    language,
    policy: values,
    mayProceed: mayProceed(values, settings.mode),
  });
}

/** Asked for in our own page only. */
export async function proceedOnce(
  { url }: RequestOf<'proceed'>,
  sender: KnownSender,
): Promise<null> {
  const [settings, { values }] = await Promise.all([effectiveSettings(), policy()]);
  if (!mayProceed(values, settings.mode)) throw new Error('The policy does not let people go on.');
  if (!/^https?:/.test(url)) throw new Error('This is no address of the web.');
  await update(state.bypasses, (all) =>
    [...all.filter(({ host }) => host !== hostOf(url)), { host: hostOf(url) }].slice(-keptPasses),
  );
  await reconcileBlocking();
  await navigateTab(sender.tabId, url);
  return null;
}
