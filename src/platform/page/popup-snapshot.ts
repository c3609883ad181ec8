// What the popup finds at hand when it opens, without the worker: its tab, and what the session's memory holds for it.
import { glanceKeys, type Glance, type GlancedPage, type Opened } from '../../core/view/popup-snapshot.ts';

interface GlanceBrowser {
  readonly tabs: {
    query(wanted: { readonly active: true; readonly currentWindow: true }): Promise<readonly Opened[]>;
    get(id: number): Promise<Opened>;
  };
  readonly storage: { readonly session: { get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> } };
}

declare const browser: GlanceBrowser | undefined;
declare const chrome: GlanceBrowser;

export interface AtHand {
  readonly tab: Opened;
  readonly glance: Glance | null;
  readonly pages: readonly GlancedPage[];
}

/** The session's memory holds what this very version of the extension wrote, and nobody else can write there. */
export async function readAtHand(tabId: number | undefined): Promise<AtHand> {
  const own = typeof browser === 'undefined' ? chrome : browser;
  const [tab, stored] = await Promise.all([
    tabId === undefined ? own.tabs.query({ active: true, currentWindow: true }).then(([active]) => active) : own.tabs.get(tabId),
    own.storage.session.get(Object.values(glanceKeys)),
  ]);
  return {
    tab: tab ?? {},
    glance: (stored[glanceKeys.glance] ?? null) as Glance | null,
    pages: (stored[glanceKeys.pages] ?? []) as readonly GlancedPage[],
  };
}
