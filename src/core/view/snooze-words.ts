// "30 days" and "December 23, 2026" in words. An engine's first formatters take it tens of milliseconds,
// so the words are made for some days ahead, and kept.
import { dayMs } from '../base/time.ts';

const daysAhead = 8;

export interface SnoozeWords {
  /** Language and number of days that the words are for. */
  readonly language: string;
  readonly length: number;
  readonly days: string;
  /** By the day on which a snooze ends, as yyyy-mm-dd. */
  readonly until: Readonly<Record<string, string>>;
}

/** Words for snoozes that end on `lastDay` or on one of the days after it. */
export function makeSnoozeWords(language: string, length: number, lastDay: string): SnoozeWords {
  const unit = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const first = Date.parse(lastDay);
  const ends = Array.from({ length: daysAhead }, (_, after) => new Date(first + after * dayMs));
  return {
    language,
    length,
    days: new Intl.NumberFormat(language, unit).format(length),
    until: Object.fromEntries(
      ends.map((end) => [end.toISOString().slice(0, 10), long.format(end)]),
    ),
  };
}
