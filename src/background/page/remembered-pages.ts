// The answers for pages in open tabs, for a popup that opens while this worker sleeps.
import { isSame } from '../../core/base/equal.ts';
import type { SnapshotPage } from '../../core/view/popup/popup-snapshot.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

const maxPages = 100;

/** Writes only changes. */
export async function rememberPage(page: SnapshotPage): Promise<void> {
  const known = (await read(state.glancedPages)).find(({ tabId }) => tabId === page.tabId);
  if (isSame(known, page)) return;
  await update(state.glancedPages, (pages) =>
    [...pages.filter(({ tabId }) => tabId !== page.tabId), page].slice(-maxPages),
  );
}
