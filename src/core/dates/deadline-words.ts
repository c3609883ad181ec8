// Puts a deadline's date and distance from now into words with Intl. Built along with the view,
// because loading Intl data would delay the popup's first screen.
import { calendarDifference } from './calendar-difference.ts';
import { formatDay } from '../i18n/format-day.ts';
import { dateFormat, listFormat, numberFormat, relativeTimeFormat } from '../i18n/formatters.ts';
import type { Deadline } from '../advisory/schema.ts';
import type { DeadlineState } from './deadlines.ts';
import type { Translate } from '../i18n/messages.ts';

/** The fields of a deadline that the wording needs. */
export type DeadlineDate = Pick<Deadline, 'at' | 'precision' | 'timeZone'>;
export type DatedDeadline = DeadlineDate &
  Pick<Deadline, 'kind'> & { readonly state: DeadlineState };

/** The date in the law's time zone, as exact as its source. */
export function deadlineDate({ at, precision, timeZone }: DeadlineDate, language: string): string {
  const zone = knownZone(timeZone);
  const day = { year: 'numeric', month: 'long', timeZone: zone } as const;
  if (precision === 'month') return dateFormat(language, day).format(new Date(at));
  if (precision === 'day') return formatDay(at, language, zone);
  const hour = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return dateFormat(language, { ...day, day: 'numeric', ...hour }).format(new Date(at));
}

/**
 * "In force for 2 years and 4 months (since July 20, 2024)", "2 years and 4 months ago (July 20,
 * 2024)", "In 12 days (December 5, 2026)", "Today". `now` in ms since 1970.
 */
export function deadlineWhen(
  deadline: DatedDeadline,
  now: number,
  language: string,
  t: Translate,
): string {
  const date = deadlineDate(deadline, language);
  const kind = deadline.kind === 'law' ? 'law' : 'event';
  if (deadline.state === 'today')
    return t(deadline.precision === 'month' ? 'popupThisMonth' : `popupToday_${kind}`, date);
  const { years, months, days, totalDays } = calendarDifference(
    Date.parse(deadline.at),
    now,
    knownZone(deadline.timeZone),
  );
  const hasMonths = years > 0 || months > 0;
  if (deadline.state === 'past' && (kind === 'law' || hasMonths)) {
    const unit = (name: string, count: number) =>
      numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
    const counted: readonly [string, number][] = hasMonths
      ? [
          ['year', years],
          ['month', months],
        ]
      : [['day', days]];
    const spans = counted
      .filter(([, count]) => count > 0)
      .map(([name, count]) => unit(name, count));
    return t(
      kind === 'law' ? 'popupInForce' : 'popupAgo',
      listFormat(language, { type: 'conjunction' }).format(spans),
      date,
    );
  }
  const sign = deadline.state === 'past' ? -1 : 1;
  const [count, unit] =
    totalDays < 60
      ? ([totalDays, 'day'] as const)
      : years < 2 && months > 0
        ? ([years * 12 + months, 'month'] as const)
        : ([years, 'year'] as const);
  // "Tomorrow" is fine, but "last year" is vague.
  const distance = relativeTimeFormat(language, {
    numeric: unit === 'day' ? 'auto' : 'always',
  }).format(sign * count, unit);
  return capitalized(t('popupDistance', distance, date), language);
}

/** Intl writes "in 12 days" for mid-sentence; here it starts one. */
function capitalized(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** The zone itself, or UTC if the engine doesn't know it. */
export function knownZone(timeZone: string): string {
  try {
    dateFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}
