// Where a feed may be: https, or this computer itself, where a test or a local agent serves it.
import { loopbackHosts } from '../base/loopback.ts';

export function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname));
}

/** A document's address in a feed's folder, whether or not the folder was written with its slash. */
export function feedUrl(folder: string, file: string): string {
  const { origin, pathname } = new URL(folder);
  return new URL(file, `${origin}${pathname.replace(/\/*$/, '/')}`).href;
}

/** The match pattern of everything in a feed's folder. Ports have no place in one: Firefox knows none. */
export function feedPattern(folder: string): string {
  const { protocol, hostname, pathname } = new URL(folder);
  return `${protocol}//${hostname}${pathname.replace(/\/*$/, '/')}*`;
}
