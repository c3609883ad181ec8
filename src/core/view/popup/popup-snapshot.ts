// The popup's first screen, built ahead by the worker and kept in session storage.
import type { PopupView } from './popup.ts';

/** Keys in session storage. */
export const snapshotKeys = { glance: 'glance', pages: 'glancedPages' } as const;

/** A page classified in this session. */
export interface SnapshotPage {
  readonly tabId: number;
  readonly url: string;
  readonly page: PopupView['page'];
}

/** The part that is the same for every page. */
export interface PopupSnapshot {
  readonly view: PopupView;
  /** When its statements about time go stale, in ms since 1970. */
  readonly freshUntil: number;
}

export interface OpenedPopup {
  readonly id?: number | undefined;
  /** Absent if the browser doesn't reveal it. */
  readonly url?: string | undefined;
}

/**
 * The first screen for the popup's tab: with its page if exactly this address was classified, as
 * pending if not. Null if the address is unknown or the snapshot is stale.
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
  // An invisible placeholder for the most common result; it reserves the space the answer will
  // need.
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
