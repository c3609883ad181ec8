// Identifies message senders: one of our pages, or our content script in a web page (`content` in
// its top frame). Everyone else is rejected.
import { takeApart, type WebAddress } from '../../core/base/web-address.ts';
import type { SenderFacts } from '../../platform/worker/runtime.ts';

export interface KnownSender {
  readonly kind: 'page' | 'content' | 'frame';
  readonly address: WebAddress;
  /** -1 if the sender is in no tab, such as the popup: the browsers' own "no tab". */
  readonly tabId: number;
  /** 0 for the top frame of a tab, and where the sender is in no tab. */
  readonly frameId: number;
  readonly isPrivate: boolean;
}

export interface OwnIdentity {
  readonly extensionId: string;
  /** Our root URL, such as `chrome-extension://<id>/`. */
  readonly root: string;
}

function sameRoot(url: URL, root: string): boolean {
  const own = new URL(root);
  return (
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.username === '' &&
    url.password === ''
  );
}

/**
 * Both engines freeze a sender's `url` when its document loads (Chromium 156, Firefox 153), so
 * after `history.pushState` only the tab's URL is right. Use it if it has the same origin;
 * otherwise the tab is navigating away.
 * TODO [2027-06-01] Check whether they still do.
 */
function freshAddress(documentUrl: URL, tabUrl: string | undefined): WebAddress {
  const shown = tabUrl !== undefined && URL.canParse(tabUrl) ? new URL(tabUrl) : documentUrl;
  return takeApart(shown.origin === documentUrl.origin ? shown : documentUrl);
}

/**
 * Documents that a page makes itself have no address of the web: their origin is the page's, and
 * says as much as such a document has. The browser names it; a sandboxed one has none.
 */
function madeBy({ url = '', origin = '' }: SenderFacts): URL | null {
  const isOwn = /^(?:about|blob):/.test(url) && /^https?:\/\//.test(origin);
  return isOwn && URL.canParse(origin) ? new URL(origin) : null;
}

export function knownSender(sender: SenderFacts, own: OwnIdentity): KnownSender | null {
  if (sender.extensionId !== own.extensionId) return null;
  if (sender.url === undefined || !URL.canParse(sender.url)) return null;
  const maker = madeBy(sender);
  const url = maker ?? new URL(sender.url);
  const facts = {
    address: takeApart(url),
    tabId: sender.tabId ?? -1,
    frameId: sender.frameId ?? 0,
    isPrivate: sender.isPrivate,
  };
  if (sameRoot(url, own.root)) {
    if (sender.frameId !== undefined && sender.frameId !== 0) return null;
    // The URL is ours but the origin isn't: a sandboxed or foreign frame.
    if (sender.origin !== undefined && `${sender.origin}/` !== own.root) return null;
    return { kind: 'page', ...facts };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (sender.tabId === undefined || sender.frameId === undefined) return null;
  // The tab's URL says nothing about a subframe.
  return sender.frameId === 0 && !maker
    ? { kind: 'content', ...facts, address: freshAddress(url, sender.tabUrl) }
    : { kind: sender.frameId === 0 ? 'content' : 'frame', ...facts };
}
