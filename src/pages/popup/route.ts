// Where this document stands: under the toolbar button, or in a tab of its own that speaks of
// another tab.

/** The places, in the order of their tabs. */
export const places = ['now', 'switch', 'ban', 'questions'] as const;
export type Place = (typeof places)[number];

/** Views, one shown at a time; a part may have several. Each has an address. */
export const parts = ['now', 'switch', 'ban', 'dates', 'me', 'facts', 'questions'] as const;
export type Part = (typeof parts)[number];

export const partsOfPlace: Readonly<Record<Place, readonly Part[]>> = {
  now: ['now'],
  switch: ['switch'],
  ban: ['ban', 'dates', 'me', 'facts'],
  questions: ['questions'],
};

export function placeOf(part: Part): Place {
  return places.find((place) => partsOfPlace[place].includes(part)) ?? 'now';
}

/** What takes the place of the parts for a while. */
const panels = ['search', 'ticket'] as const;
export type Panel = (typeof panels)[number];

/** A part, and the id of the element in it that one is led to. */
export interface Spot {
  readonly part: Part;
  readonly anchor?: string;
}

/** Names that notices, other pages and bookmarks of earlier versions lead to. */
const otherNames = {
  page: { part: 'now' },
  alternatives: { part: 'switch', anchor: 'stage-choose' },
  // Its beginning: what is saved first is not lost.
  removal: { part: 'switch', anchor: 'stage-save' },
} as const satisfies Readonly<Record<string, Spot>>;

export type SpotName = Part | keyof typeof otherNames;

const isPart = (text: string): text is Part => parts.some((part) => part === text);
const isOtherName = (text: string): text is keyof typeof otherNames =>
  Object.hasOwn(otherNames, text);

/** Null where the name is unknown. */
export function spotOf(name: SpotName): Spot;
export function spotOf(name: string): Spot | null;
export function spotOf(name: string): Spot | null {
  if (isPart(name)) return { part: name };
  return isOtherName(name) ? otherNames[name] : null;
}

export interface Route extends Spot {
  /** Tab that the popup speaks of; absent: the one under the toolbar button. */
  readonly tabId?: number;
  readonly panel?: Panel;
  /** Whether this is a page in a tab, which has an address to be kept and bookmarked. */
  readonly isTab: boolean;
}

/** Reads `?tab=12#dates`. */
export function routeFrom({ searchParams, hash }: URL): Route {
  const tabId = /^\d{1,15}$/.exec(searchParams.get('tab') ?? '')?.[0];
  const name = hash.slice(1);
  const panel = panels.find((one) => one === name);
  const isTab = tabId !== undefined || name !== '';
  return {
    ...(spotOf(name) ?? { part: 'now' }),
    isTab,
    ...(panel && { panel }),
    ...(tabId !== undefined && { tabId: Number(tabId) }),
  };
}
