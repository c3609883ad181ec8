// Writes an iCalendar file (RFC 5545) of future dates. By hand, because libraries for it are larger
// than the popup.
import { productDomain, productName } from '../brand.ts';
import { dayIn } from './deadlines.ts';
import { withoutIsolates } from '../i18n/bidi.ts';

export interface CalendarDate {
  readonly id: string;
  /** RFC 3339 with offset. */
  readonly at: string;
  readonly precision: 'instant' | 'day' | 'month';
  readonly timeZone: string;
  readonly title: string;
  readonly text: string;
  /** Address of the first source. */
  readonly source?: string | undefined;
}

const lineOctets = 75;
const encoder = new TextEncoder();

/** `now` in ms since 1970; `name` is the calendar's name in the reader's language. */
export function calendarFile(dates: readonly CalendarDate[], name: string, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${productName}//EN`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...dates.flatMap((date) => [
      'BEGIN:VEVENT',
      `UID:${date.id}@${productDomain}`,
      `DTSTAMP:${utc(now)}`,
      ...when(date),
      `SUMMARY:${escaped(date.title)}`,
      `DESCRIPTION:${escaped(date.text)}`,
      ...(date.source === undefined ? [] : [`URL:${new URL(date.source).href}`]),
      // Doesn't mark the reader as busy.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * An instant as is; a day as a whole day in the law's time zone; a month from first to last day.
 */
function when({ at, precision, timeZone }: CalendarDate): string[] {
  const instant = Date.parse(at);
  if (precision === 'instant') return [`DTSTART:${utc(instant)}`];
  const [year = 0, month = 1, day = 1] = dayIn(timeZone, instant).split('-').map(Number);
  const isMonth = precision === 'month';
  const first = Date.UTC(year, month - 1, isMonth ? 1 : day);
  const next = isMonth ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return [
    `DTSTART;VALUE=DATE:${utc(first).slice(0, 8)}`,
    `DTEND;VALUE=DATE:${utc(next).slice(0, 8)}`,
  ];
}

/** `20240929T040000Z` */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return withoutIsolates(text)
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Folds lines to 75 octets without splitting a character. */
function folded(line: string): string {
  let octets = 0;
  let result = '';
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > lineOctets) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return result;
}
