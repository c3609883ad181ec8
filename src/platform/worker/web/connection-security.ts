// Who vouches for the connection of a page. Firefox alone tells, and only while an answer is held,
// for which it wants a permission.
import browser, { type WebRequest } from 'webextension-polyfill';
import type { Connection } from '../../../core/traces/detectors/certificate-issuer.ts';

type Listener = (connection: Connection, isPrivate: boolean) => void;
type Details = WebRequest.OnHeadersReceivedDetailsType;

function connectionOf({ state, certificates, ...more }: WebRequest.SecurityInfo): Connection {
  return {
    // Firefox calls a connection secure even with a certificate that someone made it accept, and
    // reports that separately.
    isTrusted: state === 'secure' && !('isUntrusted' in more && more.isUntrusted === true),
    chain: certificates.map(({ issuer, isBuiltInRoot }) => ({ issuer, isBuiltIn: isBuiltInRoot })),
  };
}

let stop: (() => void) | null = null;

/**
 * Hears of the pages of all tabs until it is told to stop; one listener at a time. False where this
 * browser can't.
 */
export function listenToConnections(listener: Listener): boolean {
  if (stop) return true;
  const { webRequest } = browser;
  if (typeof (webRequest as Partial<typeof webRequest>).getSecurityInfo !== 'function')
    return false;
  const hear = async (details: Details) => {
    const info = await webRequest
      .getSecurityInfo(details.requestId, { certificateChain: true })
      .catch(() => null);
    if (info) listener(connectionOf(info), details.incognito === true);
    return {};
  };
  try {
    webRequest.onHeadersReceived.addListener(
      hear,
      { urls: ['https://*/*'], types: ['main_frame'] },
      ['blocking'],
    );
  } catch {
    return false; // Nobody gave the permission.
  }
  stop = () => webRequest.onHeadersReceived.removeListener(hear);
  return true;
}

export function stopListeningToConnections(): void {
  stop?.();
  stop = null;
}
