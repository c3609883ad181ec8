// Pages that are open while what counts changes.
import type { PageChanged } from '../messages.ts';
import { allTabs, sendToTab } from '../platform/tabs.ts';

/** Tells the pages that are open: their badge and notice are asked for again. */
export async function tellPages(): Promise<void> {
  const tell: PageChanged = { tell: 'advisory-changed' };
  // Most tabs have no script of ours and refuse the message; that is all this can fail with.
  await Promise.allSettled((await allTabs()).map((tab) => sendToTab(tab.id, tell)));
}
