// Where dates stand on a drawn axis, as fractions of its length. What would overlap is drawn as one, with its number.
import type { DeadlineView } from '../core/popup-view.ts';

export interface Mark {
  readonly place: number;
  readonly deadlines: readonly DeadlineView[];
}

export interface Axis {
  readonly marks: readonly Mark[];
  readonly years: readonly { readonly year: number; readonly place: number }[];
  readonly today: number;
}

/** Marks nearer to each other than this fraction of the axis become one: in a popup of its own width, no two overlap. */
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

/** In order of time; past and coming dates never share a mark. The nearest two are joined first, until none overlap. */
function marksOf(deadlines: readonly DeadlineView[], placeOf: (instant: number) => number): readonly Mark[] {
  const instants = deadlines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  let marks: readonly Mark[] = instants.map((deadline) => ({ place: placeOf(Date.parse(deadline.at)), deadlines: [deadline] }));
  for (let joint = nearestPair(marks); joint !== null; joint = nearestPair(marks)) {
    marks = [...marks.slice(0, joint), ...joined(marks.slice(joint, joint + 2)), ...marks.slice(joint + 2)];
  }
  return marks;
}

/** Where the first of the two stands that overlap most. */
function nearestPair(marks: readonly Mark[]): number | null {
  let [found, least]: [number | null, number] = [null, nearest];
  marks.forEach((mark, index) => {
    const next = marks[index + 1];
    if (!next || next.place - mark.place >= least || next.deadlines[0]?.state !== mark.deadlines[0]?.state) return;
    [found, least] = [index, next.place - mark.place];
  });
  return found;
}

/** One mark, in the middle of all its dates. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const deadlines = marks.flatMap((mark) => mark.deadlines);
  return [{ place: marks.reduce((sum, mark) => sum + mark.place * mark.deadlines.length, 0) / deadlines.length, deadlines }];
}
