// Where this document stands: under the toolbar button, or in a tab of its own that speaks of another tab.

/** The parts in the order of their tabs; each topic that a notice leads to is one of them. */
export const parts = ['page', 'ban', 'dates', 'me', 'alternatives', 'removal', 'questions'] as const;
export type Part = (typeof parts)[number];

export interface Place {
  /** Tab that the popup speaks of; absent: the one under the toolbar button. */
  readonly tabId?: number;
  readonly part: Part;
  /** Whether this is a page in a tab, which has an address to be kept and bookmarked. */
  readonly isTab: boolean;
}

const isPart = (text: string): text is Part => parts.some((part) => part === text);

/** Reads `?tab=12#removal`. */
export function placeFrom({ searchParams, hash }: URL): Place {
  const tabId = /^\d{1,15}$/.exec(searchParams.get('tab') ?? '')?.[0];
  const name = hash.slice(1);
  const part = isPart(name) ? name : 'page';
  const isTab = tabId !== undefined || name !== '';
  return tabId === undefined ? { part, isTab } : { tabId: Number(tabId), part, isTab };
}
