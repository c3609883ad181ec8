// Dates and distances in words, by the browser's own knowledge of languages.
import { calendarSpan } from '../core/advisory/elapsed.ts';
import type { PopupView } from '../core/popup-view.ts';
import type { Say } from '../core/say.ts';

export type DeadlineView = PopupView['deadlines'][number];

/** "20 July 2024" where the reader is. */
export function calendarDay(instant: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', ...(timeZone && { timeZone }) }).format(new Date(instant));
}

/** The deadline's date as the law counts it, as exactly as its source says. */
export function deadlineDate({ at, precision, timeZone }: DeadlineView, language: string): string {
  const zone = knownZone(timeZone);
  const day = { year: 'numeric', month: 'long', timeZone: zone } as const;
  if (precision === 'month') return new Intl.DateTimeFormat(language, day).format(new Date(at));
  if (precision === 'day') return calendarDay(at, language, zone);
  const hour = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(language, { ...day, day: 'numeric', ...hour }).format(new Date(at));
}

/** An exact instant on the reader's own clock, where that shows something else than the law's. */
export function localTime({ at, precision, timeZone }: DeadlineView, language: string, ownZone?: string): string | null {
  if (precision !== 'instant') return null;
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  const own = new Intl.DateTimeFormat(language, { ...style, ...(ownZone && { timeZone: ownZone }) });
  const law = new Intl.DateTimeFormat(language, { ...style, timeZone: knownZone(timeZone) });
  const instant = new Date(at);
  return own.format(instant) === law.format(instant) ? null : own.format(instant);
}

/** "In force for 2 years and 4 months (since 20 July 2024)", "In 12 days (5 December 2026)", "Today". */
export function deadlineWhen(deadline: DeadlineView, now: number, language: string, say: Say): string {
  const date = deadlineDate(deadline, language);
  const kind = deadline.kind === 'law' ? 'law' : 'event';
  if (deadline.state === 'today') return say(deadline.precision === 'month' ? 'popupThisMonth' : `popupToday_${kind}`, date);
  const { years, months, days, totalDays } = calendarSpan(Date.parse(deadline.at), now, knownZone(deadline.timeZone));
  if (deadline.state === 'past' && kind === 'law') {
    const unit = (name: string, count: number) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
    const counted: readonly [string, number][] = years > 0 ? [['year', years], ['month', months]] : months > 0 ? [['month', months]] : [['day', days]];
    const spans = counted.filter(([, count]) => count > 0).map(([name, count]) => unit(name, count));
    return say('popupInForce', new Intl.ListFormat(language, { type: 'conjunction' }).format(spans), date);
  }
  const sign = deadline.state === 'past' ? -1 : 1;
  const [count, unit] = totalDays < 60 ? ([totalDays, 'day'] as const) : years < 2 ? ([years * 12 + months, 'month'] as const) : ([years, 'year'] as const);
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(sign * count, unit);
  return capitalised(say('popupDistance', distance, date), language);
}

/** A distance such as "in 12 days" is written within a sentence; here it begins one. */
function capitalised(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}
