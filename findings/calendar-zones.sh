#!/bin/sh
# A calendar file brings the rules of its time zone along (VTIMEZONE), so that a reader is expected to
# need no list of names. node-ical goes by the name alone: where it doesn't know it, such as the names
# that Evolution writes, it passes over the rules in the file and takes the computer's own zone. The
# reader cal-parser takes every local time for UTC, and refuses the whole file when the name stands in
# quotes, as Outlook's names with a colon do. ical.js follows the rules in the file.
# Our calendar file names no zone: moments are in UTC, days are days (src/core/dates/icalendar.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  node-ical@0.26.1 cal-parser@1.0.2 ical.js@2.2.1 > /dev/null
cat > run.js <<'JS'
import { createRequire } from 'node:module';
import nodeIcal from 'node-ical';
import ICAL from 'ical.js';

// cal-parser has no ES module.
const calParser = createRequire(import.meta.url)('cal-parser');

const file = (zone) =>
  [
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//finding//EN', 'BEGIN:VTIMEZONE', `TZID:${zone}`],
    ['BEGIN:STANDARD', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500'],
    ['RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', 'END:STANDARD'],
    ['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400'],
    ['RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ['BEGIN:VEVENT', 'UID:1@example.com', 'DTSTAMP:20240101T000000Z', 'SUMMARY:Deadline'],
    [`DTSTART;TZID=${zone.includes(':') ? `"${zone}"` : zone}:20240929T090000`],
    ['END:VEVENT', 'END:VCALENDAR', ''],
  ]
    .flat()
    .join('\r\n');
const readers = {
  'node-ical': (text) =>
    Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT').start,
  'cal-parser': (text) => calParser.parseString(text).events[0].dtstart.value,
  'ical.js': (text) => {
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    return new ICAL.Event(component).startDate.toJSDate();
  },
};
const hour = (read, text) => {
  try {
    return read(text).toISOString().slice(11, 16);
  } catch {
    return 'refused';
  }
};
const expected = {
  'America/New_York': '13:00, 09:00, 13:00',
  '/freeassociation.sourceforge.net/America/New_York': '20:00, 09:00, 13:00',
  '(UTC-05:00) Eastern Time (US & Canada)': '13:00, refused, 13:00',
};
let isAsFound = true;
for (const [zone, wanted] of Object.entries(expected)) {
  const seen = Object.values(readers).map((read) => hour(read, file(zone))).join(', ');
  console.log(`  ${zone}: ${seen}`);
  isAsFound &&= seen === wanted;
}
process.exit(isAsFound ? 0 : 1);
JS
echo "node-ical 0.26.1, cal-parser 1.0.2, ical.js 2.2.1, in Auckland, 9:00 in New York, which is 13:00 in UTC:"
TZ=Pacific/Auckland node run.js
echo "As found: rules in the file are passed over, and local time is taken for UTC."
