// Where this document stands: under the toolbar button, or in a tab of its own that speaks of another tab.

/** The parts in the order of their tabs; each topic that a notice leads to is one of them. */
export const parts = [
  'page',
  'ban',
  'dates',
  'me',
  'alternatives',
  'removal',
  'questions',
] as const;
export type Part = (typeof parts)[number];

/** What takes the place of the parts for a while. */
const panels = ['search', 'ticket'] as const;
export type Panel = (typeof panels)[number];

export interface Route {
  /** Tab that the popup speaks of; absent: the one under the toolbar button. */
  readonly tabId?: number;
  readonly part: Part;
  readonly panel?: Panel;
  /** Whose removal steps are shown first; absent: this computer's. */
  readonly system?: string;
  /** Whether this is a page in a tab, which has an address to be kept and bookmarked. */
  readonly isTab: boolean;
}

const isPart = (text: string): text is Part => parts.some((part) => part === text);

/** Reads `?tab=12&system=windows#removal`. */
export function routeFrom({ searchParams, hash }: URL): Route {
  const tabId = /^\d{1,15}$/.exec(searchParams.get('tab') ?? '')?.[0];
  const system = searchParams.get('system');
  const name = hash.slice(1);
  const part = isPart(name) ? name : 'page';
  const panel = panels.find((one) => one === name);
  const isTab = tabId !== undefined || name !== '';
  return {
    part,
    isTab,
    ...(panel && { panel }),
    ...(tabId !== undefined && { tabId: Number(tabId) }),
    ...(system !== null && { system }),
  };
}
