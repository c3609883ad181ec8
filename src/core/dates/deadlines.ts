// Where each deadline stands at a given instant. No date is known here: they come from the advisory.
import { dateFormat } from '../i18n/formatters.ts';
import type { Deadline } from '../advisory/schema.ts';

export type DeadlineState = 'past' | 'today' | 'ahead';

/** The calendar day, `2024-09-29`, that an instant falls on in an IANA time zone; in UTC where the zone is unknown. */
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

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The first whole minute (ms since 1970) of the next day in a time zone, as `dayIn` counts days. */
export function nextDayIn(timeZone: string, instantMs: number): number {
  const today = dayIn(timeZone, instantMs);
  let before = Math.floor(instantMs / minuteMs);
  // No day is longer by more than an hour or so, where clocks are put back.
  let after = before + (1.25 * dayMs) / minuteMs;
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayIn(timeZone, between * minuteMs) === today) before = between;
    else after = between;
  }
  return after * minuteMs;
}

/**
 * Whether a deadline has passed at `now` (ms since 1970). On its own day, as the law counts days, it is `today`
 * whatever the hour; one known to the month only is `today` all month.
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

/** Deadlines in the order of their instants; those of one instant keep the document's order. */
export function inOrder<Entry extends Pick<Deadline, 'at'>>(deadlines: readonly Entry[]): Entry[] {
  return deadlines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
