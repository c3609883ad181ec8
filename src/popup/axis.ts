// Where dates stand on a drawn axis, as fractions of its length. What would overlap is drawn as one, with its number.
import type { DeadlineView } from './dates.ts';

export interface Mark {
  readonly place: number;
  readonly deadlines: readonly DeadlineView[];
}

export interface Axis {
  readonly marks: readonly Mark[];
  readonly years: readonly { readonly year: number; readonly place: number }[];
  readonly today: number;
}

/** Marks nearer to each other than this fraction of the axis become one; two of them are about as wide on a narrow popup. */
const nearest = 0.06;
/** As many years as can be written under a narrow axis. */
const mostYears = 6;

/** From the first year that has a date to the end of the last one, today's year included. */
export function axisOf(deadlines: readonly DeadlineView[], now: number): Axis {
  const instants = [now, ...deadlines.map(({ at }) => Date.parse(at))];
  const firstYear = new Date(Math.min(...instants)).getUTCFullYear();
  const lastYear = new Date(Math.max(...instants)).getUTCFullYear() + 1;
  const from = Date.UTC(firstYear, 0, 1);
  const length = Date.UTC(lastYear, 0, 1) - from;
  const placeOf = (instant: number) => (instant - from) / length;
  const step = Math.ceil((lastYear - firstYear) / mostYears);
  const years: { year: number; place: number }[] = [];
  for (let year = firstYear; year < lastYear; year += step) years.push({ year, place: placeOf(Date.UTC(year, 0, 1)) });
  return { marks: marksOf(deadlines, placeOf), years, today: placeOf(now) };
}

/** In order of time; past and coming dates never share a mark. */
function marksOf(deadlines: readonly DeadlineView[], placeOf: (instant: number) => number): Mark[] {
  const marks: { places: number[]; deadlines: DeadlineView[] }[] = [];
  for (const deadline of deadlines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    const place = placeOf(Date.parse(deadline.at));
    const last = marks.at(-1);
    const isNear = last !== undefined && place - (last.places[0] ?? 0) < nearest && last.deadlines[0]?.state === deadline.state;
    if (isNear) {
      last.places.push(place);
      last.deadlines.push(deadline);
    } else {
      marks.push({ places: [place], deadlines: [deadline] });
    }
  }
  return marks.map(({ places, deadlines: together }) => ({
    place: places.reduce((sum, place) => sum + place, 0) / places.length,
    deadlines: together,
  }));
}
