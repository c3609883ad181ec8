// The rest of a visit, once the page has its answer: the badge, and notes for the popup.
import { buildPageView } from '../../core/view/popup/build-page.ts';
import { badgeTitle } from '../../core/view/build-notice.ts';
import { isSame } from '../../core/base/equal.ts';
import type { AdvisoryHead } from '../../core/advisory/parts.ts';
import type { PageAction } from '../../core/decision/page-action.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import type { TranslateNotice } from '../../core/i18n/notice-strings.ts';
import type { SnapshotPage } from '../../core/view/popup/popup-snapshot.ts';
import { within } from '../../platform/clock.ts';
import { showPageBadge } from '../base/badge.ts';
import { pageShownIn } from '../base/current-page.ts';
import type { KnownSender } from '../base/sender.ts';
import { state, type TabVerdict } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';
import { keepSnoozeWords } from './snoozes.ts';

const maxPages = 100;

/** Writes only changes, because each write makes an open popup reload. */
export async function rememberJudged(judged: TabVerdict): Promise<void> {
  const known = (await read(state.tabVerdicts)).find(({ tabId }) => tabId === judged.tabId);
  if (known?.rule === judged.rule && known.site === judged.site) return;
  await update(state.tabVerdicts, (pages) =>
    [...pages.filter(({ tabId }) => tabId !== judged.tabId), judged].slice(-maxPages),
  );
}

/** For a popup that opens while this worker sleeps. Writes only changes. */
export async function rememberPage(page: SnapshotPage): Promise<void> {
  const known = (await read(state.glancedPages)).find(({ tabId }) => tabId === page.tabId);
  if (isSame(known, page)) return;
  await update(state.glancedPages, (pages) =>
    [...pages.filter(({ tabId }) => tabId !== page.tabId), page].slice(-maxPages),
  );
}

interface Visited {
  readonly sender: KnownSender;
  readonly verdict: Verdict;
  readonly badge: PageAction['badge'];
  readonly advisory: AdvisoryHead;
  readonly language: string;
  readonly t: TranslateNotice;
  readonly snoozeDays: number;
  readonly snoozedUntil: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export async function followVisit(visited: Visited): Promise<void> {
  const { sender, verdict, badge, advisory, language, t, snoozeDays, snoozedUntil, at } = visited;
  const { tabId, isPrivate, address } = sender;
  const url = address.href;
  await Promise.all([
    // On the disk, even a date would tell of a private window.
    isPrivate ? undefined : keepSnoozeWords(language, snoozeDays, at),
    showPageBadge(tabId, badge, badgeTitle(advisory, verdict.label, language, t)),
    rememberPage({
      tabId,
      url,
      page: buildPageView({ advisory, language, url, tabId, verdict, snoozedUntil }),
    }),
  ]);
}

/** A page that is only slow answers within this time. */
const patienceMs = 2500;

/**
 * A page that leaves the browser no time neither draws the notice that it was given nor hears
 * anything. One that is gone, or can't answer for another reason, says so at once.
 */
export async function tellIfUnheard(sender: KnownSender): Promise<void> {
  const answer = pageShownIn(sender.tabId).then(
    () => true,
    () => true,
  );
  if ((await within(patienceMs, answer)) === undefined)
    await (await import('./notice-answers.ts')).reportHiddenNotice({}, sender);
}
