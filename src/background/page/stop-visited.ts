// Block mode, where a page came up that no network rule could stop.
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { pageShownIn } from '../base/current-page.ts';
import type { KnownSender } from '../base/sender.ts';
import { showBlockPage } from '../block/stop.ts';

/** Whether a document with this address is one that a page of the site made itself. */
const isMadeBy = (address: string, origin: string): boolean =>
  address.startsWith('about:') || address.startsWith(`blob:${origin}/`);

/** True if nothing is left to show: our page replaced it, or the tab has moved on. */
export async function stopVisited(
  { tabId, isPrivate, address: { href: url, origin } }: KnownSender,
  verdict: Verdict,
): Promise<boolean> {
  const shown = await pageShownIn(tabId).catch(() => null);
  return shown !== null && shown.url !== url && !isMadeBy(shown.url, origin)
    ? true
    : showBlockPage({ tabId, url, isPrivate }, verdict);
}
