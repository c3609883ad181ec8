// Where dates stand on a drawn axis, as fractions of its length. What would overlap is drawn as one, with its number.
import type { DeadlineView } from '../../../../core/view/popup/popup.ts';

export interface Mark {
  readonly place: number;
  readonly deadlines: readonly DeadlineView[];
}

export interface Axis {
  readonly marks: readonly Mark[];
  readonly years: readonly { readonly year: number; readonly place: number }[];
  /** Beginnings of months, in years that have room for them. */
  readonly months: readonly {
    readonly at: number;
    readonly place: number;
    readonly isNamed: boolean;
  }[];
  readonly today: number;
  /** The marks of some of the dates, on the same scale. */
  readonly marksFor: (some: readonly DeadlineView[]) => readonly Mark[];
}

/** Shares of the axis: nearer to each other, two marks overlap, or two year numbers touch. */
export interface Room {
  readonly marks: number;
  readonly years: number;
}

/** In a window 320 px wide: with the whole width, and beside the names of places. */
export const wholeWidth: Room = { marks: 0.085, years: 0.12 };
export const besideNames: Room = { marks: 0.14, years: 0.2 };
/** As many years as can be written under a narrow axis. */
const mostYears = 6;
/** A year that begins later than this has no room for its number. */
const lastYearPlace = 0.86;

/** A year with so much of the axis has room for its months. */
const monthsShare = 0.35;
/** Of a year with many dates, in years with one. */
const mostWeight = 8;

/** Years with many dates have more room than years with few, and a year with none has least. */
function weightOf(dates: number): number {
  return dates === 0 ? 0.5 : Math.min(mostWeight, Math.max(1, dates - 1));
}

/** From the first year that has a date to the end of the last one, today's year included. */
export function axisOf(
  deadlines: readonly DeadlineView[],
  now: number,
  room: Room = wholeWidth,
): Axis {
  const yearOf = (instant: number) => new Date(instant).getUTCFullYear();
  const instants = deadlines.map(({ at }) => Date.parse(at));
  const ends = [now, ...instants].map(yearOf);
  const firstYear = Math.min(...ends);
  const all = Array.from({ length: Math.max(...ends) - firstYear + 1 }, (_, index) => {
    const year = firstYear + index;
    return { year, weight: weightOf(instants.filter((one) => yearOf(one) === year).length) };
  });
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const before = all.map((_, index) =>
    all.slice(0, index).reduce((sum, { weight }) => sum + weight, 0),
  );
  const placeOf = (instant: number) => {
    const year = yearOf(instant);
    const index = year - firstYear;
    const start = Date.UTC(year, 0, 1);
    const part = (instant - start) / (Date.UTC(year + 1, 0, 1) - start);
    return ((before[index] ?? 0) + part * (all[index]?.weight ?? 0)) / total;
  };
  const step = Math.ceil(all.length / mostYears);
  const years: { year: number; place: number }[] = [];
  for (const { year } of all) {
    const place = placeOf(Date.UTC(year, 0, 1));
    const last = years.at(-1);
    const isFar = !last || (place - last.place >= room.years && year - last.year >= step);
    if (isFar && place <= lastYearPlace) years.push({ year, place });
  }
  const months = all
    .filter(({ weight }) => weight / total >= monthsShare)
    .flatMap(({ year }) =>
      Array.from({ length: 11 }, (_, index) => {
        const at = Date.UTC(year, index + 1, 1);
        // Each third has room for its name.
        return { at, place: placeOf(at), isNamed: (index + 1) % 3 === 0 };
      }),
    );
  const marksFor = (some: readonly DeadlineView[]) => marksOf(some, placeOf, room.marks);
  return { marks: marksFor(deadlines), years, months, today: placeOf(now), marksFor };
}

/** In order of time; past and coming dates never share a mark. The nearest two are joined first, until none overlap. */
function marksOf(
  deadlines: readonly DeadlineView[],
  placeOf: (instant: number) => number,
  nearest: number,
): readonly Mark[] {
  const instants = deadlines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  let marks: readonly Mark[] = instants.map((deadline) => ({
    place: placeOf(Date.parse(deadline.at)),
    deadlines: [deadline],
  }));
  for (let joint = nextJoint(marks, nearest); joint !== null; joint = nextJoint(marks, nearest)) {
    marks = [
      ...marks.slice(0, joint),
      ...joined(marks.slice(joint, joint + 2)),
      ...marks.slice(joint + 2),
    ];
  }
  return apart(marks, nearest);
}

/** Where the first of the two stands that overlap most; where all marks together have no room, of the nearest two. */
function nextJoint(marks: readonly Mark[], nearest: number): number | null {
  const isCrowded = (marks.length - 1) * nearest > 1;
  let [found, least]: [number | null, number] = [null, isCrowded ? Infinity : nearest];
  marks.forEach((mark, index) => {
    const next = marks[index + 1];
    if (
      !next ||
      next.place - mark.place >= least ||
      next.deadlines[0]?.state !== mark.deadlines[0]?.state
    )
      return;
    [found, least] = [index, next.place - mark.place];
  });
  return found;
}

/** One mark, in the middle of all its dates. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const deadlines = marks.flatMap((mark) => mark.deadlines);
  return [
    {
      place:
        marks.reduce((sum, mark) => sum + mark.place * mark.deadlines.length, 0) / deadlines.length,
      deadlines,
    },
  ];
}

/** Past and coming marks that would overlap give way to both sides, and so do their neighbors; none leaves the axis. */
function apart(marks: readonly Mark[], nearest: number): readonly Mark[] {
  const places = marks.map(({ place }) => place);
  const at = (index: number) => places[index] ?? 0;
  const pushBack = (from: number) => {
    for (let index = from - 1; index >= 0; index--)
      places[index] = Math.min(at(index), at(index + 1) - nearest);
  };
  const pushOn = (from: number) => {
    for (let index = from + 1; index < places.length; index++)
      places[index] = Math.max(at(index), at(index - 1) + nearest);
  };
  marks.forEach(({ deadlines: [deadline] }, index) => {
    const missing =
      index === 0 || deadline?.state === marks[index - 1]?.deadlines[0]?.state
        ? 0
        : nearest - (at(index) - at(index - 1));
    if (missing <= 0) return;
    places[index - 1] = at(index - 1) - missing / 2;
    places[index] = at(index) + missing / 2;
    pushBack(index - 1);
    pushOn(index);
  });
  if (at(0) < 0) {
    places[0] = 0;
    pushOn(0);
  }
  if (at(places.length - 1) > 1) {
    places[places.length - 1] = 1;
    pushBack(places.length - 1);
  }
  return marks.map((mark, index) => ({ ...mark, place: at(index) }));
}
