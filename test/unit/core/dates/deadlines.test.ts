import { describe, expect, test } from 'vitest';
import { dayIn, deadlineState, inOrder, nextDayIn } from '../../../../src/core/dates/deadlines.ts';

const updatesEnd = {
  at: '2024-09-29T00:00:00-04:00',
  precision: 'instant',
  timeZone: 'America/New_York',
} as const;

describe("A deadline's state", () => {
  test.each([
    ['2024-09-28T23:59:59-04:00', 'ahead'],
    ['2024-09-29T00:00:00-04:00', 'today'],
    ['2024-09-29T23:59:59-04:00', 'today'],
    ['2024-09-30T00:00:00-04:00', 'past'],
    // In UTC it is the 29th already, in New York it is not.
    ['2024-09-29T03:59:59Z', 'ahead'],
    ['2024-09-30T03:59:59Z', 'today'],
    ['2099-01-01T00:00:00Z', 'past'],
    ['1999-01-01T00:00:00Z', 'ahead'],
  ])('at %s is %s, counted in its own time zone', (now, state) => {
    expect(deadlineState(updatesEnd, Date.parse(now))).toBe(state);
  });

  test('known to the month lasts the month', () => {
    const month = {
      at: '2025-03-01T00:00:00+11:00',
      precision: 'month',
      timeZone: 'Australia/Sydney',
    } as const;
    expect(deadlineState(month, Date.parse('2025-03-20T00:00:00Z'))).toBe('today');
    expect(deadlineState(month, Date.parse('2025-04-01T00:00:00Z'))).toBe('past');
  });

  test('falls back to UTC where the zone is unknown', () => {
    expect(
      deadlineState(
        { ...updatesEnd, timeZone: 'Nowhere/None' },
        Date.parse('2024-09-29T12:00:00Z'),
      ),
    ).toBe('today');
  });

  test('orders deadlines by instant, not by their text', () => {
    const ordered = inOrder([
      { at: '2024-09-29T00:00:00-04:00' },
      { at: '2024-09-29T00:00:00+02:00' },
    ]);
    expect(ordered.map(({ at }) => at)).toEqual([
      '2024-09-29T00:00:00+02:00',
      '2024-09-29T00:00:00-04:00',
    ]);
  });
});

describe('The next day', () => {
  test.each([
    ['America/New_York', '2026-11-23T12:00:00-05:00', '2026-11-24T00:00:00-05:00'],
    ['America/New_York', '2026-11-24T00:00:00-05:00', '2026-11-25T00:00:00-05:00'],
    ['America/New_York', '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00'],
    ['America/New_York', '2026-03-08T00:00:30-05:00', '2026-03-09T00:00:00-04:00'],
    ['Asia/Kathmandu', '2026-11-23T23:59:59+05:45', '2026-11-24T00:00:00+05:45'],
    ['Nowhere/None', '2026-11-23T23:00:00Z', '2026-11-24T00:00:00Z'],
  ])('in %s after %s begins at %s', (zone, now, next) => {
    const at = nextDayIn(zone, Date.parse(now));
    expect(new Date(at).toISOString()).toBe(new Date(next).toISOString());
    expect(dayIn(zone, at - 1)).toBe(dayIn(zone, Date.parse(now)));
  });
});
