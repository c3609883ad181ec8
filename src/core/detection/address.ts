// An address taken apart once; every rule reads these parts and none parses again.

export interface Address {
  /** Lower-case ASCII, without trailing dot; `[::1]` for IPv6. */
  readonly host: string;
  /** Decoded once, lower case. */
  readonly path: string;
  /** Without `?`, decoded once, lower case. */
  readonly query: string;
  /** Last part of the path, decoded once; empty where the path ends in a slash. */
  readonly fileName: string;
}

/** Longer addresses are judged by their beginning: host and first folders say it all. */
const maxLength = 4096;

/** No name in the DNS is longer; such an address leads nowhere. */
const maxHostLength = 253;

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not UTF-8 in percent-encoding: compared as written.
  }
}

/** The parts of a web address; null where it is none (other schemes, or no address at all). */
export function parseAddress(text: string): Address | null {
  const head = text.length > maxLength ? text.slice(0, maxLength) : text;
  let url: URL;
  try {
    url = new URL(head);
  } catch {
    return null; // The constructor's only way to say so; canParse would parse twice.
  }
  const { protocol } = url;
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'ftp:') return null;
  const { hostname, pathname, search } = url;
  const host = hostname.endsWith('.') ? hostname.replace(/\.+$/, '') : hostname;
  if (host.length > maxHostLength) return null;
  const path = decoded(pathname);
  return {
    host,
    path: path.toLowerCase(),
    query: search === '' ? '' : decoded(search.slice(1)).toLowerCase(),
    fileName: path.slice(path.lastIndexOf('/') + 1),
  };
}

const secondLevels = new Set(['ac', 'co', 'com', 'edu', 'gen', 'gob', 'gov', 'gv', 'id', 'in', 'info', 'ltd', 'me', 'ne', 'net', 'nom', 'or', 'org', 'plc', 'web']);

/** Where the part that `{tld}` stands for begins in a host, its dot included; -1 where there is none. */
export function countrySuffixStart(host: string): number {
  const last = host.lastIndexOf('.');
  if (last <= 0) return -1;
  const top = host.slice(last + 1);
  if (top === 'com') return last;
  if (top.length !== 2) return -1;
  const before = host.lastIndexOf('.', last - 1);
  return before > 0 && secondLevels.has(host.slice(before + 1, last)) ? before : last;
}

/** What stands before the registered domain, with its dot; empty for most hosts. */
export function subdomainOf(host: string): string {
  const suffix = countrySuffixStart(host);
  const end = host.lastIndexOf('.', (suffix > 0 ? suffix : host.lastIndexOf('.')) - 1);
  return end > 0 ? host.slice(0, end + 1) : '';
}
