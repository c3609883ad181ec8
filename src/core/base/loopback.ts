/**
 * Hosts of this computer that a policy, a person or a pin may name with plain http. The manifest's content security policy is made from
 * this list, so that what is accepted can be reached. No IPv6 address: a content security policy has no way to write one (CSP 3, 2.3.1).
 */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1'];

/** `[::1]` is this computer too, and is told apart to say what to write in its place. */
export function isIpv6Loopback(host: string): boolean {
  return host === '[::1]';
}
