// Answers to a notice: a person closes, snoozes or follows it, or a page hides it. Records from private
// windows are kept separately, never on disk.
import type { Attributes } from '../../core/report/attribute-docs.ts';
import { own } from '../../core/report/events.ts';
import { noticeText } from '../../core/view/build-notice.ts';
import { translate } from '../../core/i18n/text.ts';
import { closeNotice, forgetNotice, lastNotice } from '../../core/decision/page-action.ts';
import { addSnooze, siteOf, snoozeEnd } from '../../core/decision/snooze.ts';
import { addressAttributes, isReported, labelAttributes } from '../../core/report/redact.ts';
import { labelBehaviors } from '../../core/detection/model/labels.ts';
import { mayDismiss } from '../../core/policy/user-rights.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import { tell } from '../base/tell.ts';
import { currentRules } from '../advisory/current.ts';
import { pageNotificationId } from '../base/first-turn.ts';
import { policy } from '../policy/managed.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { openPopupTab } from '../base/popup-tab.ts';
import { report } from '../report/report.ts';
import { seenNoticesFor } from './snoozes.ts';
import type { KnownSender } from '../base/sender.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

/** Told of a notice that was there, on a page that is reported; by its site alone. */
async function reportNotice(
  name: 'notice.snoozed' | 'notice.hidden',
  sender: KnownSender,
  more: Attributes = {},
): Promise<void> {
  const { hostname, origin } = sender.address;
  const shown = lastNotice(await read(seenNoticesFor(sender.isPrivate)), hostname);
  if (shown && isReported(shown.label))
    await report(
      name,
      { ...addressAttributes(origin), ...labelAttributes(shown), ...more },
      sender,
    );
}

export async function snoozeSite(_: RequestOf<'snooze-site'>, sender: KnownSender): Promise<null> {
  if (!mayDismiss((await policy()).values))
    throw new Error('The policy does not let people snooze a site.');
  const { snoozeDays } = await effectiveSettings();
  const at = now();
  const added = { host: siteOf(sender.address.hostname), until: snoozeEnd(snoozeDays, at) };
  await update(sender.isPrivate ? state.privateSnoozes : state.snoozes, (snoozes) =>
    addSnooze(snoozes, added, at),
  );
  await reportNotice('notice.snoozed', sender, {
    [own.snoozeDays]: snoozeDays,
  });
  return null;
}

export async function closeSiteNotice(
  _: RequestOf<'notice-closed'>,
  sender: KnownSender,
): Promise<null> {
  await update(seenNoticesFor(sender.isPrivate), (seen) =>
    closeNotice(seen, sender.address.hostname),
  );
  return null;
}

/** Nobody has seen it: the site's next page shows it. */
export async function forgetUndrawnNotice(
  _: RequestOf<'notice-undrawn'>,
  sender: KnownSender,
): Promise<null> {
  await update(seenNoticesFor(sender.isPrivate), (seen) =>
    forgetNotice(seen, sender.address.hostname),
  );
  return null;
}

/** The page hides the notice again and again: a notification says it instead; the badge is there already. */
export async function reportHiddenNotice(
  _: RequestOf<'notice-hidden'>,
  sender: KnownSender,
): Promise<null> {
  const [{ advisory }, settings, seen] = await Promise.all([
    currentRules(),
    effectiveSettings(),
    read(seenNoticesFor(sender.isPrivate)),
  ]);
  const label = lastNotice(seen, sender.address.hostname)?.label ?? 'unrelated';
  const text = noticeText(advisory, label);
  if (!text || labelBehaviors[label].tier === 'none') return null;
  const { language, t } = await currentLocale(settings, advisory);
  await tell(
    pageNotificationId(sender.tabId),
    translate(text.title, language),
    translate(text.text, language),
    t('notificationMore'),
  );
  await reportNotice('notice.hidden', sender);
  return null;
}

export async function openTopic(
  { topic }: RequestOf<'open-topic'>,
  sender: KnownSender,
): Promise<null> {
  await openPopupTab(sender.tabId, topic);
  return null;
}
