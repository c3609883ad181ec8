// Pages that are open while what counts changes.
import { allTabs, sendToTab } from '../../platform/worker/tabs.ts';

/** Tells the pages that are open, and the frames in them: badge, notice and marks are asked for again. */
export async function notifyContentScripts(): Promise<void> {
  // Most tabs have no script of ours and refuse the message; that is all this can fail with.
  await Promise.allSettled((await allTabs()).map((tab) => sendToTab(tab.id, 'advisory-changed')));
}
