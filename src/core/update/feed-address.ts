// Valid feed addresses: https, or this computer itself, for tests or a local agent.
import { loopbackHosts } from '../base/web-address.ts';

export function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname));
}

/** URL of a file in a feed's folder, with or without a trailing slash. */
export function feedUrl(folder: string, file: string): string {
  const { origin, pathname } = new URL(folder);
  return new URL(file, `${origin}${pathname.replace(/\/*$/, '/')}`).href;
}

/** Match pattern for everything in a feed's folder. Firefox's patterns don't support ports. */
export function feedPattern(folder: string): string {
  const { protocol, hostname, pathname } = new URL(folder);
  return `${protocol}//${hostname}${pathname.replace(/\/*$/, '/')}*`;
}
