// Finds dates that parse but are wrong, such as an offset the zone didn't have on that day.
import type { Fault } from '../../base/result.ts';
import type { Advisory } from '../schema.ts';

/** Minutes east of UTC in a zone at an instant; null if the zone is unknown. */
function offsetMinutes(timeZone: string, instantMs: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      timeZoneName: 'longOffset',
    }).formatToParts(new Date(instantMs));
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] =
      /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
}

function writtenOffset(instant: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})$/.exec(instant) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export function checkDates(advisory: Advisory): Fault[] {
  const faults: Fault[] = [];
  if (Date.parse(advisory.expires) <= Date.parse(advisory.issued))
    faults.push({ path: 'expires', message: 'must be later than issued' });
  advisory.deadlines.forEach(({ at, timeZone }, index) => {
    const actual = offsetMinutes(timeZone, Date.parse(at));
    const path = `deadlines.${String(index)}`;
    if (actual === null)
      faults.push({ path: `${path}.timeZone`, message: `"${timeZone}" is no time zone` });
    else if (actual !== writtenOffset(at))
      faults.push({
        path: `${path}.at`,
        message: `has an offset that ${timeZone} did not have at that instant`,
      });
  });
  advisory.jurisdictions.forEach(({ timeZones }, index) => {
    timeZones.forEach((timeZone, place) => {
      if (offsetMinutes(timeZone, 0) === null) {
        faults.push({
          path: `jurisdictions.${String(index)}.timeZones.${String(place)}`,
          message: `"${timeZone}" is no time zone`,
        });
      }
    });
  });
  const issuedDay = advisory.issued.slice(0, 'yyyy-mm-dd'.length);
  advisory.sources.forEach(({ checked }, index) => {
    if (checked > issuedDay)
      faults.push({
        path: `sources.${String(index)}.checked`,
        message: 'lies after the day the advisory was issued',
      });
  });
  return faults;
}
