// Notifies open pages when the advisory or the settings change.
import { allTabs, sendToTab } from '../../platform/worker/tabs.ts';

/** Makes all open pages and their frames ask again for badge, notice and marks. */
export async function notifyContentScripts(): Promise<void> {
  // Most tabs don't have our script and reject the message; nothing else can fail here.
  await Promise.allSettled((await allTabs()).map((tab) => sendToTab(tab.id, 'advisory-changed')));
}
