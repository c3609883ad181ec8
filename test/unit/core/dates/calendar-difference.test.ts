import { describe, expect, it } from 'vitest';
import { calendarDifference } from '../../../../src/core/dates/calendar-difference.ts';

const span = (one: string, other: string, zone = 'America/New_York') =>
  calendarDifference(Date.parse(one), Date.parse(other), zone);

describe('The span between two instants', () => {
  it('counts whole years, months and days of the calendar', () => {
    expect(span('2024-07-20T00:00:00-04:00', '2026-11-23T12:00:00-05:00')).toEqual({
      years: 2,
      months: 4,
      days: 3,
      totalDays: 856,
    });
  });

  it('is the same in both directions', () => {
    expect(span('2026-11-23T12:00:00-05:00', '2024-07-20T00:00:00-04:00')).toEqual(
      span('2024-07-20T00:00:00-04:00', '2026-11-23T12:00:00-05:00'),
    );
  });

  it('ends a month at its last day where the day does not exist', () => {
    expect(span('2027-01-31T12:00:00-05:00', '2027-02-28T12:00:00-05:00')).toMatchObject({
      months: 1,
      days: 0,
    });
    expect(span('2024-02-29T12:00:00-05:00', '2025-02-28T12:00:00-05:00')).toMatchObject({
      years: 1,
      months: 0,
      days: 0,
    });
  });

  it('counts days as the zone counts them, over a change of its clocks too', () => {
    // 23 and 25 hours, both one day.
    expect(span('2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00').totalDays).toBe(1);
    expect(span('2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00').totalDays).toBe(1);
    // One minute before midnight in New York: another day there, the same day in UTC.
    expect(span('2026-05-01T23:59:00-04:00', '2026-05-02T00:01:00-04:00').totalDays).toBe(1);
    expect(span('2026-05-01T23:59:00-04:00', '2026-05-02T00:01:00-04:00', 'UTC').totalDays).toBe(0);
  });
});
