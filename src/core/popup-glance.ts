// What the popup shows before the worker is awake: its first screen, made ahead and kept in memory.
import type { PopupView } from './popup-view.ts';

/** Where they are kept in the session's memory. */
export const glanceKeys = { view: 'glance', pages: 'glancedPages' } as const;

/** A page that was judged in this session. */
export interface GlancedPage {
  readonly tabId: number;
  readonly url: string;
  readonly page: PopupView['page'];
}

/** The view without what only the other parts need, and without a page; with the sources that words on a page may name. */
export function glanceOf(view: PopupView, sourcesOfPages: readonly string[]): PopupView {
  const { concern } = view;
  const shown = new Set([...sourcesOfPages, ...view.ban.headline.sources, ...(concern ? [...concern.sources, ...concern.local.flatMap(({ sources }) => sources)] : [])]);
  return {
    ...view,
    awaits: 'parts',
    page: { tabId: null, host: '', label: 'unknown', tier: 'none', rule: '', reason: '', notice: null, snoozedUntil: null },
    ban: { headline: view.ban.headline, sections: [] },
    deadlines: view.deadlines.map((deadline) => ({ ...deadline, text: '', affects: '', sources: [] })),
    jurisdictions: view.jurisdictions.map((jurisdiction) => ({ ...jurisdiction, statements: [] })),
    applicability: { places: [], roles: [], products: [], answers: [] },
    questions: [],
    alternatives: { criteria: [], needs: [], products: [] },
    removal: { principles: [], before: [], systems: [], after: [], replacement: { title: '', facts: [], steps: [] }, verify: [] },
    doneSteps: [],
    sources: view.sources.filter(({ id }) => shown.has(id)),
  };
}

export interface Opened {
  readonly id?: number | undefined;
  /** Where the browser tells it. */
  readonly url?: string | undefined;
}

/**
 * The first screen for the tab that the popup was opened on: with its page where that was judged at this very address, with the
 * page still to be judged where it was not. Null where the address is not told, so that nothing could be said of it.
 */
export function glanceAt(glance: PopupView, pages: readonly GlancedPage[], { id, url }: Opened): PopupView | null {
  if (id === undefined || url === undefined || !URL.canParse(url)) return null;
  if (!/^https?:/.test(url)) return { ...glance, page: { ...glance.page, tabId: id } };
  const known = pages.find((one) => one.tabId === id && one.url === url);
  if (known) return { ...glance, page: known.page };
  // What most pages turn out to be, unseen until it is known: it takes the place that the answer will need.
  return { ...glance, awaits: 'page', page: { ...glance.page, tabId: id, host: new URL(url).hostname, label: 'unrelated', rule: 'no-rule' } };
}
