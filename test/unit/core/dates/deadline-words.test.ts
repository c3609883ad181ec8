import { describe, expect, it } from 'vitest';
import messages from '../../../../_locales/en/messages.json' with { type: 'json' };
import { deadlineState } from '../../../../src/core/dates/deadlines.ts';
import { messagesFrom } from '../../../../src/core/i18n/messages.ts';
import {
  deadlineWhen,
  type DeadlineDate,
  type DatedDeadline,
} from '../../../../src/core/dates/deadline-words.ts';
import { localTime } from '../../../../src/pages/popup/ban/dates/local-time.ts';

const t = messagesFrom(messages, (key) => `missing ${key}`);

function when(
  at: string,
  now: string,
  change: Partial<DatedDeadline> = {},
  language = 'en-GB',
): string {
  const instant = Date.parse(now);
  const date = {
    at,
    precision: 'day',
    timeZone: 'America/New_York',
    kind: 'law',
    ...change,
  } as const;
  return deadlineWhen({ ...date, state: deadlineState(date, instant) }, instant, language, t);
}

const begin = '2024-07-20T00:00:00-04:00';

describe('A date of the timeline', () => {
  it.each([
    ['2026-11-23T12:00:00-05:00', 'In force for 2 years and 4 months (since 20 July 2024)'],
    ['2026-07-20T00:00:00-04:00', 'In force for 2 years (since 20 July 2024)'],
    ['2024-09-01T00:00:00-04:00', 'In force for 1 month (since 20 July 2024)'],
    ['2024-07-21T00:00:00-04:00', 'In force for 1 day (since 20 July 2024)'],
    ['2024-07-20T23:00:00-04:00', 'In force since today (20 July 2024)'],
    ['2024-07-19T23:59:00-04:00', 'Tomorrow (20 July 2024)'],
    ['2024-07-08T12:00:00-04:00', 'In 12 days (20 July 2024)'],
    ['2024-01-20T12:00:00-05:00', 'In 6 months (20 July 2024)'],
    ['2023-07-20T12:00:00-04:00', 'In 1 year (20 July 2024)'],
    ['2023-06-20T12:00:00-04:00', 'In 13 months (20 July 2024)'],
    ['2021-07-01T12:00:00-04:00', 'In 3 years (20 July 2024)'],
  ])('read at %s says “%s”', (now, words) => {
    expect(when(begin, now)).toBe(words);
  });

  it('that is no prohibition is not said to be in force', () => {
    expect(when(begin, '2026-11-23T12:00:00-05:00', { kind: 'vendor' })).toBe(
      '2 years and 4 months ago (20 July 2024)',
    );
    expect(when(begin, '2024-07-20T12:00:00-04:00', { kind: 'event' })).toBe(
      'Today (20 July 2024)',
    );
  });

  it.each([
    ['2033-06-20T12:00:00-04:00', '8 years and 11 months ago (20 July 2024)'],
    ['2026-02-20T12:00:00-05:00', '1 year and 7 months ago (20 July 2024)'],
    ['2025-07-20T12:00:00-04:00', '1 year ago (20 July 2024)'],
    ['2024-09-01T12:00:00-04:00', '1 month ago (20 July 2024)'],
    ['2024-08-08T12:00:00-04:00', '19 days ago (20 July 2024)'],
    ['2024-07-21T12:00:00-04:00', 'Yesterday (20 July 2024)'],
  ])('and was an event is told at %s as “%s”, as exactly as what is in force', (now, words) => {
    expect(when(begin, now, { kind: 'event' })).toBe(words);
  });

  it('bears its hour only where the source does, and no day where it names a month', () => {
    expect(when(begin, '2026-11-23T12:00:00-05:00', { precision: 'instant' }, 'en-US')).toContain(
      'July 20, 2024 at 12:00 AM EDT',
    );
    expect(when(begin, '2026-11-23T12:00:00-05:00', { precision: 'month', kind: 'event' })).toBe(
      '2 years and 4 months ago (July 2024)',
    );
  });

  it('is told in the reader’s language and in UTC where its zone is unknown', () => {
    expect(when(begin, '2024-07-08T12:00:00Z', { timeZone: 'Nowhere/None' }, 'de')).toBe(
      'In 12 Tagen (20. Juli 2024)',
    );
  });
});

describe('An exact instant', () => {
  const instant: DeadlineDate = {
    at: '2024-09-29T00:00:00-04:00',
    precision: 'instant',
    timeZone: 'America/New_York',
  };

  it('is told on the reader’s own clock, where the day may be another', () => {
    expect(localTime(instant, 'en-GB', 'America/Los_Angeles')).toBe('28 September 2024 at 21:00');
    expect(localTime(instant, 'en-GB', 'UTC')).toBe('29 September 2024 at 04:00');
  });

  it('is not told twice where the clocks agree, and never where only the day is known', () => {
    expect(localTime(instant, 'en-GB', 'America/Toronto')).toBe(null);
    expect(localTime({ ...instant, precision: 'day' }, 'en-GB', 'UTC')).toBe(null);
  });
});
