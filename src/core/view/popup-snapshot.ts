// What the popup shows before the worker is awake: its first screen, made ahead and kept in memory.
import type { PopupView } from './popup.ts';

/** Where they are kept in the session's memory. */
export const snapshotKeys = { glance: 'glance', pages: 'glancedPages' } as const;

/** A page that was judged in this session. */
export interface SnapshotPage {
  readonly tabId: number;
  readonly url: string;
  readonly page: PopupView['page'];
}

/** What is kept ahead for every page. */
export interface PopupSnapshot {
  readonly view: PopupView;
  /** When what it says of time may no longer be true, in ms since 1970. */
  readonly freshUntil: number;
}

export interface OpenedPopup {
  readonly id?: number | undefined;
  /** Where the browser tells it. */
  readonly url?: string | undefined;
}

/**
 * The first screen for the tab that the popup was opened on: with its page where that was judged at this very address, with the
 * page still to be judged where it was not. Null where the address is not told, so that nothing could be said of it, and where the day is
 * another by now.
 */
export function snapshotFor(
  { view: glance, freshUntil: end }: PopupSnapshot,
  pages: readonly SnapshotPage[],
  { id, url }: OpenedPopup,
  now: number,
): PopupView | null {
  if (now >= end || id === undefined || url === undefined || !URL.canParse(url)) return null;
  if (!/^https?:/.test(url)) return { ...glance, page: { ...glance.page, tabId: id } };
  const known = pages.find((one) => one.tabId === id && one.url === url);
  if (known) return { ...glance, page: known.page };
  // What most pages turn out to be, unseen until it is known: it takes the place that the answer will need.
  return {
    ...glance,
    awaits: 'page',
    page: {
      ...glance.page,
      tabId: id,
      host: new URL(url).hostname,
      label: 'unrelated',
      rule: 'no-rule',
    },
  };
}
