// Hosts and match patterns, without the rules' canonical forms (detection/matching).

/**
 * Hosts of this computer that a policy, a person or a pin may use with plain http. The manifest's
 * content security policy lists them too. No IPv6 address, because a content security policy can't
 * express one (CSP 3, 2.3.1).
 */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1'];

/** `[::1]` is this computer too; detected only to suggest what to write instead. */
export function isIpv6Loopback(host: string): boolean {
  return host === '[::1]';
}

/**
 * Whether an http or https URL matches a pattern such as `*://*.example.com/*` or
 * `*://www.example.com/download/*`, the only kinds our manifest uses.
 */
export function isMatched(pattern: string, url: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)\*$/.exec(pattern) ?? [];
  if (host === '' || !URL.canParse(url)) return false;
  const address = new URL(url);
  const isHost = host.startsWith('*.')
    ? `.${address.hostname}`.endsWith(host.slice(1))
    : address.hostname === host;
  return isHost && `${address.pathname}${address.search}`.startsWith(path);
}

declare const apart: unique symbol;

/** A document's address, taken apart once. Only `takeApart` makes one. */
export interface WebAddress {
  readonly href: string;
  readonly hostname: string;
  readonly origin: string;
  readonly [apart]: true;
}

export function takeApart({ href, hostname, origin }: URL): WebAddress {
  // Safe cast: the brand exists for the compiler alone.
  return { href, hostname, origin } as WebAddress;
}

/** Host of an address; for `blob:`, of the page that made it. Empty if there is none. */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname, pathname } = new URL(address);
  return protocol === 'blob:' ? hostOf(pathname) : hostname;
}
