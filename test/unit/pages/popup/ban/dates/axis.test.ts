import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisOf,
  besideNames,
  wholeWidth,
} from '../../../../../../src/pages/popup/ban/dates/axis.ts';
import type { DeadlineView } from '../../../../../../src/core/view/popup/popup.ts';

const date = (at: string, state: DeadlineView['state']): DeadlineView => ({
  id: at,
  at,
  state,
  precision: 'day',
  timeZone: 'UTC',
  jurisdiction: 'x',
  kind: 'law',
  when: '',
  title: '',
  text: '',
  affects: '',
  sources: ['s'],
  confirmed: true,
});
const now = Date.parse('2030-07-02T12:00:00Z');

describe('The axis of dates', () => {
  it('has today on it, past dates before it and coming ones after it', () => {
    const { marks, today } = axisOf(
      [date('2029-01-01T00:00:00Z', 'past'), date('2031-01-01T00:00:00Z', 'ahead')],
      now,
    );
    expect(marks.map(({ place }) => place < today)).toEqual([true, false]);
    expect(today).toBeCloseTo(0.5, 2);
  });

  it('draws dates that would overlap as one, and never past and coming ones together', () => {
    const { marks } = axisOf(
      [
        date('2030-06-01T00:00:00Z', 'past'),
        date('2030-06-10T00:00:00Z', 'past'),
        date('2030-07-03T00:00:00Z', 'ahead'),
      ],
      now,
    );
    expect(marks.map(({ deadlines }) => deadlines.length)).toEqual([2, 1]);
  });

  it('keeps a crowd of dates apart, of which each has its neighbors', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      date(new Date(Date.UTC(2024, 0, 1) + index * 20 * 86_400_000).toISOString(), 'past'),
    );
    const { marks } = axisOf([date('2020-01-01T00:00:00Z', 'past'), ...crowd], now);
    const gaps = marks.slice(1).map(({ place }, index) => place - (marks[index]?.place ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(wholeWidth.marks);
    expect(marks.flatMap(({ deadlines }) => deadlines)).toHaveLength(41);
    expect(marks.length).toBeGreaterThan(2);
  });

  it('lets no two marks overlap, whatever the dates: past, of today and coming, each in its order and on the axis', () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4000, max: 4000 }), { maxLength: 60 }), (days) => {
        const dates = days.map((count) =>
          date(
            new Date(now + count * day).toISOString(),
            count < 0 ? 'past' : count === 0 ? 'today' : 'ahead',
          ),
        );
        const { marks } = axisOf(dates, now);
        const gaps = marks.slice(1).map(({ place }, index) => place - (marks[index]?.place ?? 0));
        expect(Math.min(1, ...gaps)).toBeGreaterThan(wholeWidth.marks - 1e-9);
        expect(marks.every(({ place }) => place > -1e-9 && place < 1 + 1e-9)).toBe(true);
        expect(marks.flatMap(({ deadlines }) => deadlines)).toHaveLength(days.length);
        expect(
          marks.every(({ deadlines }) => new Set(deadlines.map(({ state }) => state)).size === 1),
        ).toBe(true);
      }),
    );
  });

  it('writes no year at the end of the axis, where its number would reach out of it', () => {
    const { years } = axisOf([date('2015-03-01T00:00:00Z', 'past')], now);
    expect(years.at(-1)).toMatchObject({ year: 2027 });
  });

  it('writes no more years than have room, and keeps everything within its ends', () => {
    const { marks, years, today } = axisOf(
      [date('1990-03-01T00:00:00Z', 'past'), date('2064-12-31T23:59:59Z', 'ahead')],
      now,
    );
    expect(years.length).toBeLessThanOrEqual(6);
    expect(
      [...marks, ...years, { place: today }].every(({ place }) => place >= 0 && place <= 1),
    ).toBe(true);
  });

  it('gives the months of a crowded year room, and years with little less of it', () => {
    const crowd = Array.from({ length: 10 }, (_, index) =>
      date(new Date(Date.UTC(2024, 1, 1) + index * 30 * 86_400_000).toISOString(), 'past'),
    );
    const { marks, months } = axisOf(crowd, now);
    // In seven equal years they would be two.
    expect(marks.length).toBeGreaterThan(4);
    expect(months.map(({ at }) => new Date(at).getUTCFullYear())).toEqual(
      Array.from({ length: 11 }, () => 2024),
    );
  });

  it('stands with no date at all', () => {
    expect(axisOf([], now).marks).toEqual([]);
  });

  it('has room for a mark to be pressed in a window 320 px wide, whole and beside names', () => {
    const [padding, target, names] = [32, 24, 96];
    expect((320 - padding) * wholeWidth.marks).toBeGreaterThanOrEqual(target);
    expect((320 - padding - names) * besideNames.marks).toBeGreaterThanOrEqual(target);
  });

  it('draws some of the dates on the scale of all', () => {
    const [early, late] = [
      date('2029-01-01T00:00:00Z', 'past'),
      date('2031-01-01T00:00:00Z', 'ahead'),
    ];
    const { marks, marksFor } = axisOf([early, late], now);
    expect(marksFor([late])).toEqual(marks.slice(1));
  });
});
