import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarDate } from '../../../../src/core/dates/icalendar.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const date: CalendarDate = {
  id: 'end',
  at: '2027-03-01T00:00:00-05:00',
  precision: 'day',
  timeZone: 'America/New_York',
  title: 'Sales end; resale, too',
  text: 'One line\nand another \\ with a very long sentence that does not fit into seventy-five octets – “ñandú” 🗓 included.',
  source: 'https://example.gov/rule',
};

/** Read by another program than ours. */
function read(dates: readonly CalendarDate[]): ICAL.Event[] {
  const parsed = new ICAL.Component(ICAL.parse(calendarFile(dates, 'Dates', now)));
  return parsed.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('A calendar file', () => {
  it('gives texts back as they were', () => {
    const [event] = read([date]);
    expect(event?.summary).toBe(date.title);
    expect(event?.description).toBe(date.text);
  });

  it('holds a day as the law counts it, whatever the offset', () => {
    const [event] = read([{ ...date, at: '2027-02-28T23:30:00-05:00' }]);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
      '2027-02-28',
      '2027-03-01',
    ]);
  });

  it('holds a month from its first day to the next month’s', () => {
    const [event] = read([{ ...date, at: '2027-12-15T00:00:00-05:00', precision: 'month' }]);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
      '2027-12-01',
      '2028-01-01',
    ]);
  });

  it('holds an instant exactly', () => {
    const [event] = read([{ ...date, precision: 'instant' }]);
    expect(event?.startDate.toJSDate().toISOString()).toBe('2027-03-01T05:00:00.000Z');
  });

  it('holds no signs that turn text round', () => {
    const [event] = read([
      { ...date, title: '\u2068Kaspersky\u2069 ends', text: 'See \u2066portal.example\u2069.' },
    ]);
    expect([event?.summary, event?.description]).toEqual(['Kaspersky ends', 'See portal.example.']);
  });

  it('keeps every line within 75 octets and ends it as the standard says', () => {
    const lines = calendarFile([date], 'Dates', now).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
  });
});
