// A watched page was visited. URL and tab come from the sender; the reply is a complete notice or
// none.
import { buildNotice } from '../../core/view/build-notice.ts';
import {
  isException,
  pageAction,
  rememberNotice,
  type PageAction,
  type PageCircumstances,
} from '../../core/decision/page-action.ts';
import { activeSnooze, siteOf } from '../../core/decision/snooze.ts';
import { classifyAddress } from '../../core/detection/classify-address.ts';
import type { Page, classifyPage } from '../../core/detection/classify-page.ts';
import { wantsFacts } from '../../core/detection/open-verdict.ts';
import { weighed } from '../../core/detection/engine/weighing/weighed.ts';
import type { RuleIndex } from '../../core/detection/engine/laid-out-rules.ts';
import type { AdvisoryRef, Verdict } from '../../core/detection/model/verdict.ts';
import { labelBehaviors } from '../../core/detection/model/labels.ts';
import { organizationView } from '../../core/policy/organization.ts';
import { mayDismiss } from '../../core/policy/user-rights.ts';
import type { PageVisitReply, Replies, RequestOf } from '../../messages.ts';
import { now, soon } from '../../platform/clock.ts';
import { currentRules } from '../advisory/current.ts';
import { seenNoticesFor, snoozesFor, snoozeWords } from './snoozes.ts';
import { isStopped } from '../block/is-stopped.ts';
import { policy } from '../policy/managed.ts';
import { noticeLocale } from '../advisory/notice-locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import type { KnownSender } from '../base/sender.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

/** A page that draws its notice has long done so; with the wait for its answer, within five seconds. */
const unheardAfterMs = 2000;

function logFailure(work: Promise<unknown>): void {
  work.catch((cause: unknown) =>
    console.error('What follows a verdict could not all be done.', cause),
  );
}

/** Begun in a turn of its own: the reply is on its way by then. */
function runAfterReply(work: () => Promise<unknown>): void {
  soon(0, () => logFailure(work()));
}

const following = () => import('./after-visit.ts');

/**
 * Decides and records the notice in one step, so that only one of several pages of a site opened
 * together shows it. Resolves as soon as it is decided.
 */
async function claimNotice(
  isPrivate: boolean,
  circumstances: Omit<PageCircumstances, 'seen'>,
  advisory: AdvisoryRef,
): Promise<PageAction> {
  // Notices seen in ordinary windows count in private ones, but not the other way around.
  const elsewhere = isPrivate ? await read(state.seenNotices) : [];
  const { label, host, now: at } = circumstances;
  const { tier } = labelBehaviors[label];
  return new Promise((resolve, reject) => {
    const remembered = update(seenNoticesFor(isPrivate), (seen) => {
      const action = pageAction({ ...circumstances, seen: [...elsewhere, ...seen] });
      resolve(action);
      return action.showsNotice && tier !== 'none'
        ? rememberNotice(seen, { site: siteOf(host), label, tier, at, advisory })
        : seen;
    });
    remembered.catch(reject);
    logFailure(remembered);
  });
}

/** The verdict, and whether what the page says of itself could still change it. */
function judge(
  index: RuleIndex,
  page: Page,
  classify: typeof classifyPage | null,
): { verdict: Verdict; isOpen: boolean } {
  const byAddress = classifyAddress(index, page);
  return {
    verdict: classify?.(index, page) ?? byAddress,
    isOpen: wantsFacts(index, page.url, byAddress),
  };
}

export async function visitPage(
  request: RequestOf<'page-visited'>,
  sender: KnownSender,
): Promise<PageVisitReply> {
  const [{ advisory, rules }, settings, { values }, snoozes] = await Promise.all([
    currentRules(),
    effectiveSettings(),
    policy(),
    snoozesFor(sender.isPrivate),
    // Needed at the end, and asked for with the rest.
    read(state.snoozeWords),
  ]);
  const { language, t } = await noticeLocale(settings, advisory);
  const { href: url, hostname: host, origin } = sender.address;
  const page = { url, title: request.title ?? '', facts: request.facts };
  // Few pages send facts, and what reads them is loaded for those.
  const classify = page.facts
    ? (await import('../../core/detection/classify-page.ts')).classifyPage
    : null;
  const { verdict, isOpen } = await weighed(rules.index, () => judge(rules.index, page, classify));
  runAfterReply(async () =>
    (await following()).rememberJudged({
      tabId: sender.tabId,
      rule: verdict.rule,
      site: origin,
    }),
  );
  // If the block page can't be shown, fall through and show the notice.
  if (
    (await isStopped(verdict, host, settings)) &&
    (await (await import('./stop-visited.ts')).stopVisited(sender, verdict))
  )
    return { notice: null, markLinks: false, markLabel: '', language, wantsFacts: false };
  // Stored before we reply, so that a crash right after doesn't lose the report.
  const reported =
    values.reportAddress === undefined || isException(settings.exceptions, host)
      ? undefined
      : import('../report/visit.ts').then(({ reportVisit }) => reportVisit(verdict, sender));
  const at = now();
  const [action] = await Promise.all([
    claimNotice(
      sender.isPrivate,
      {
        label: verdict.label,
        host,
        settings,
        snoozes,
        isNoticeShown: request.isNoticeShown ?? false,
        now: at,
      },
      verdict.advisory,
    ),
    reported,
  ]);
  const notice = action.showsNotice
    ? buildNotice(verdict, {
        advisory,
        language,
        t,
        organization: organizationView(values, language),
        mayDismiss: mayDismiss(values),
        snooze: await snoozeWords(language, settings.snoozeDays, at),
      })
    : null;
  if (notice && !request.isNoticeShown)
    soon(unheardAfterMs, () =>
      logFailure(following().then(({ tellIfUnheard }) => tellIfUnheard(sender))),
    );
  const snoozedUntil = activeSnooze(snoozes, host, at)?.until ?? null;
  runAfterReply(async () =>
    (await following()).followVisit({
      sender,
      verdict,
      badge: action.badge,
      advisory,
      language,
      t,
      snoozeDays: settings.snoozeDays,
      snoozedUntil,
      at,
    }),
  );
  return {
    notice,
    markLinks: action.marksLinks,
    markLabel: t('linkMark'),
    language,
    wantsFacts: isOpen,
  };
}

/** Links in a frame are marked whatever the page around it is. Frames show no notices. */
export async function visitFrame(
  _: RequestOf<'frame-visited'>,
  sender: KnownSender,
): Promise<Replies['frame-visited']> {
  const [{ advisory }, settings] = await Promise.all([currentRules(), effectiveSettings()]);
  const { language, t } = await noticeLocale(settings, advisory);
  return {
    markLinks:
      settings.mode !== 'inform' && !isException(settings.exceptions, sender.address.hostname),
    markLabel: t('linkMark'),
    language,
  };
}
