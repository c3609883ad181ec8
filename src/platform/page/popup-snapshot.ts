// Reads the popup snapshot for the current tab from session storage, without the worker.
import {
  snapshotKeys,
  type PopupSnapshot,
  type SnapshotPage,
  type OpenedPopup,
} from '../../core/view/popup/popup-snapshot.ts';

interface SnapshotBrowser {
  readonly tabs: {
    query(wanted: {
      readonly active: true;
      readonly currentWindow: true;
    }): Promise<readonly OpenedPopup[]>;
    get(id: number): Promise<OpenedPopup>;
  };
  readonly storage: {
    readonly session: { get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> };
  };
}

declare const browser: SnapshotBrowser | undefined;
declare const chrome: SnapshotBrowser;

export interface StoredSnapshot {
  readonly tab: OpenedPopup;
  readonly glance: PopupSnapshot | null;
  readonly pages: readonly SnapshotPage[];
}

/** Not validated: session storage holds only what this version of the extension wrote. */
export async function readSnapshot(tabId: number | undefined): Promise<StoredSnapshot> {
  const own = typeof browser === 'undefined' ? chrome : browser;
  const [tab, stored] = await Promise.all([
    tabId === undefined
      ? own.tabs.query({ active: true, currentWindow: true }).then(([active]) => active)
      : own.tabs.get(tabId),
    own.storage.session.get(Object.values(snapshotKeys)),
  ]);
  return {
    tab: tab ?? {},
    glance: (stored[snapshotKeys.glance] ?? null) as PopupSnapshot | null,
    pages: (stored[snapshotKeys.pages] ?? []) as readonly SnapshotPage[],
  };
}
