#!/bin/sh
# A calendar library is expected to write durations that RFC 5545 knows, and to read "one day" as a
# day. ics writes one day as `P1DT` and one week as `P1WT`: after the T, the grammar wants a time.
# node-ical reads an event that lasts a day (`P1D`, or no end at all) as 24 hours, so that it ends at
# one in the morning of the next day where the clocks go forward. ical.js ends it at midnight.
# Our calendar file has days with an explicit `DTEND` and no duration (src/core/dates/icalendar.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  ics@3.12.0 node-ical@0.26.1 ical.js@2.2.1 > /dev/null
cat > run.js <<'JS'
import ics from 'ics';
import nodeIcal from 'node-ical';
import ICAL from 'ical.js';

const durations = [{ days: 1 }, { weeks: 1 }, { hours: 2 }].map((duration) => {
  const { value } = ics.createEvent({ title: 'Deadline', start: [2024, 3, 10], duration });
  return /^DURATION:(.*)\r$/m.exec(value)?.[1];
});
console.log(`  ics, one day, one week, two hours: ${durations.join(', ')}`);

const file = (...lines) =>
  [
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//finding//EN', 'BEGIN:VEVENT', 'UID:1@example.com'],
    ['DTSTAMP:20240101T000000Z', 'SUMMARY:Deadline', 'DTSTART;VALUE=DATE:20240310', ...lines],
    ['END:VEVENT', 'END:VCALENDAR', ''],
  ]
    .flat()
    .join('\r\n');
const ends = {};
for (const line of ['DURATION:P1D', 'DTEND;VALUE=DATE:20240311', 'TRANSP:TRANSPARENT']) {
  const text = file(line);
  const inNodeIcal = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  const inIcal = new ICAL.Event(component).endDate.toJSDate();
  ends[line] = [inNodeIcal.end, inIcal].map((end) => end.toTimeString().slice(0, 5));
  console.log(`  ${line}: ends at ${ends[line][0]} in node-ical, at ${ends[line][1]} in ical.js`);
}
const isAsFound =
  durations.join() === 'P1DT,P1WT,PT2H' &&
  ends['DURATION:P1D'].join() === '01:00,00:00' &&
  ends['TRANSP:TRANSPARENT'].join() === '01:00,00:00' &&
  ends['DTEND;VALUE=DATE:20240311'].join() === '00:00,00:00';
process.exit(isAsFound ? 0 : 1);
JS
echo "ics 3.12.0, node-ical 0.26.1, ical.js 2.2.1, on the day that clocks go forward in New York:"
TZ=America/New_York node run.js
echo "As found: durations that end in T, and days that end at one."
