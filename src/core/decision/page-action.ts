// What to do about a page, given its verdict: the badge, and whether to show a notice now.
import * as v from 'valibot';
import { dayMs } from '../base/time.ts';
import {
  behaviorOf,
  labels,
  speakingTiers,
  tiers,
  type Label,
  type LabelBehavior,
} from '../detection/model/labels.ts';
import { AdvisoryRefSchema } from '../detection/model/verdict.ts';
import type { EffectiveSettings } from '../policy/effective.ts';
import { activeSnooze, siteOf, type Snooze } from './snooze.ts';

/** A notice shown on a site in this browser session. */
export const SeenNoticeSchema = v.object({
  site: v.string(),
  label: v.picklist(labels),
  tier: v.picklist(speakingTiers),
  at: v.number(),
  advisory: v.optional(AdvisoryRefSchema),
  isClosed: v.boolean(),
});

export type SeenNotice = v.InferOutput<typeof SeenNoticeSchema>;

export type Badge = Pick<LabelBehavior, 'badge' | 'badgeColor'>;

export interface PageCircumstances {
  readonly label: Label;
  readonly host: string;
  readonly settings: Pick<EffectiveSettings, 'mode' | 'exceptions'>;
  readonly snoozes: readonly Snooze[];
  readonly seen: readonly SeenNotice[];
  /** The requesting document already shows a notice, and keeps it while the verdict holds. */
  readonly isNoticeShown: boolean;
  readonly now: number;
}

export interface PageAction {
  readonly badge: Badge;
  readonly showsNotice: boolean;
  readonly marksLinks: boolean;
}

/** An exception covers its host and every host below; a leading `*.` makes no difference. */
export function isException(exceptions: readonly string[], host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return exceptions.some((exception) => {
    const wanted = siteOf(exception.startsWith('*.') ? exception.slice(2) : exception).split('.');
    return wanted.join('.') === labels.slice(-wanted.length).join('.');
  });
}

/**
 * Firm warnings are shown on each page load, calm notices once per site and day. Neither is shown
 * if closed in this session or snoozed, unless the page gets a firmer label.
 */
export function pageAction(circumstances: PageCircumstances): PageAction {
  const { label, host, settings, now } = circumstances;
  const { tier, badge, badgeColor } = behaviorOf(label);
  const silent = (kept: Badge): PageAction => ({
    badge: kept,
    showsNotice: false,
    marksLinks: false,
  });
  const off: Badge = { badge: '', badgeColor: 'none' };
  const on: Badge = { badge, badgeColor };

  if (isException(settings.exceptions, host)) return silent(off);
  if (settings.mode === 'inform') return silent(on);
  // A page without an offer may still link to one.
  const isSnoozed = activeSnooze(circumstances.snoozes, host, now) !== undefined;
  if (tier === 'none') return { ...silent(off), marksLinks: tiers.none.marksLinks && !isSnoozed };
  if (isSnoozed) return silent(on);

  const seen = circumstances.seen.filter(
    (one) => one.site === siteOf(host) && tiers[one.tier].firmness >= tiers[tier].firmness,
  );
  const { marksLinks } = tiers[tier];
  if (seen.some((one) => one.isClosed)) return { badge: on, showsNotice: false, marksLinks };
  const isRecent = seen.some((one) => now - one.at < dayMs);
  const isRepeated = tier !== 'warning' && isRecent && !circumstances.isNoticeShown;
  return { badge: on, showsNotice: !isRepeated, marksLinks };
}

/** Remembers a shown notice, one entry per site and tier. A closed one stays closed. */
export function rememberNotice(
  seen: readonly SeenNotice[],
  added: Omit<SeenNotice, 'isClosed'>,
): SeenNotice[] {
  const isSame = (one: SeenNotice) => one.site === added.site && one.tier === added.tier;
  const before = seen.find(isSame);
  // The day starts at the first showing, so that reloads don't extend it.
  const at = before && added.at - before.at < dayMs ? before.at : added.at;
  return [
    ...seen.filter((one) => !isSame(one)).slice(-499),
    { ...added, at, isClosed: before?.isClosed === true },
  ];
}

/** The notice last shown on a site, which a message from that site refers to. */
export function lastNotice(seen: readonly SeenNotice[], host: string): SeenNotice | undefined {
  return seen.findLast((one) => one.site === siteOf(host));
}

export function closeNotice(seen: readonly SeenNotice[], host: string): SeenNotice[] {
  const last = lastNotice(seen, host);
  return seen.map((one) => (one === last ? { ...one, isClosed: true } : one));
}

/** Forgets the notice shown last on a site, unless a person closed it. */
export function forgetNotice(seen: readonly SeenNotice[], host: string): SeenNotice[] {
  const last = lastNotice(seen, host);
  return seen.filter((one) => one !== last || one.isClosed);
}
