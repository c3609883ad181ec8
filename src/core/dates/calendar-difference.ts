// Time between two instants in calendar units, in the time zone where the law measures its days.
import { dayMs } from '../base/time.ts';
import { dayIn } from './deadlines.ts';

interface CalendarDifference {
  readonly years: number;
  readonly months: number;
  /** Days beyond the whole months. */
  readonly days: number;
  /** The whole difference in days. */
  readonly totalDays: number;
}

/** Always positive; the order of the two instants doesn't matter. */
export function calendarDifference(
  one: number,
  other: number,
  timeZone: string,
): CalendarDifference {
  const from = dayNumber(timeZone, Math.min(one, other));
  const to = dayNumber(timeZone, Math.max(one, other));
  const start = new Date(from * dayMs);
  const end = new Date(to * dayMs);
  let months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  if (plusMonths(start, months) > end.getTime()) months -= 1;
  const days = Math.round((end.getTime() - plusMonths(start, months)) / dayMs);
  return { years: Math.floor(months / 12), months: months % 12, days, totalDays: to - from };
}

function dayNumber(timeZone: string, instantMs: number): number {
  return Date.parse(`${dayIn(timeZone, instantMs)}T00:00:00Z`) / dayMs;
}

/** Adds months; if the target month is shorter, returns its last day. */
function plusMonths(date: Date, months: number): number {
  const monthStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0),
  ).getUTCDate();
  return monthStart + (Math.min(date.getUTCDate(), lastDay) - 1) * dayMs;
}
