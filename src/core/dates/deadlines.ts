// State of a deadline at a given instant. The dates themselves come from the advisory.
import { dayMs, minuteMs } from '../base/time.ts';
import { dateFormat } from '../i18n/formatters.ts';
import type { Deadline } from '../advisory/schema.ts';

export type DeadlineState = 'past' | 'today' | 'ahead';

/** The calendar day, such as `2024-09-29`, of an instant in an IANA time zone; UTC if unknown. */
export function dayIn(timeZone: string, instantMs: number): string {
  const date = new Date(instantMs);
  try {
    // Swedish dates are ISO dates.
    return dateFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return dateFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' }).format(date);
  }
}

/** First whole minute (ms since 1970) of the next day in a time zone, as `dayIn` defines days. */
export function nextDayIn(timeZone: string, instantMs: number): number {
  const today = dayIn(timeZone, instantMs);
  let before = Math.floor(instantMs / minuteMs);
  // Even with a clock change, no day is longer than 25 hours or so.
  let after = before + (1.25 * dayMs) / minuteMs;
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayIn(timeZone, between * minuteMs) === today) before = between;
    else after = between;
  }
  return after * minuteMs;
}

/**
 * State at `now` (ms since 1970). On its own day, in the law's time zone, a deadline is `today` at
 * any hour; one known only by month is `today` all month.
 */
export function deadlineState(
  deadline: Pick<Deadline, 'at' | 'precision' | 'timeZone'>,
  now: number,
): DeadlineState {
  const at = Date.parse(deadline.at);
  const length = deadline.precision === 'month' ? 'yyyy-mm'.length : 'yyyy-mm-dd'.length;
  const its = dayIn(deadline.timeZone, at).slice(0, length);
  const today = dayIn(deadline.timeZone, now).slice(0, length);
  if (its === today) return 'today';
  return at < now ? 'past' : 'ahead';
}

/** Sorts deadlines by instant; ties keep the document's order. */
export function inOrder<Entry extends Pick<Deadline, 'at'>>(deadlines: readonly Entry[]): Entry[] {
  return deadlines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
