// An address taken apart once; every rule reads these parts and none parses again.

export interface Address {
  /** Lower-case ASCII, without trailing dot; `[::1]` for IPv6. */
  readonly host: string;
  /** Whether the host bears other letters than a-z, dots and hyphens, be they written in punycode. */
  readonly isOddHost: boolean;
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

/** Kinds of letters; what an address bears are flags. */
const [plain, odd, hyphen] = [1, 2, 4];

/** Letters that an address may bear where nothing needs to be decoded, folded or checked, each with its kind. */
function letterTable(letters: string, oddLetters = '', hyphens = ''): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of letters) table[letter.charCodeAt(0)] = plain;
  for (const letter of oddLetters) table[letter.charCodeAt(0)] = odd;
  for (const letter of hyphens) table[letter.charCodeAt(0)] = hyphen;
  return table;
}

const lowerCase = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const hostLetters = letterTable(lowerCase, digits, '-');
const pathLetters = letterTable(`${lowerCase}${digits}-ABCDEFGHIJKLMNOPQRSTUVWXYZ_~!$&'()*+,;=:@`);
const [dot, slash, question, hash] = [46, 47, 63, 35];

/**
 * The parts of an address that stands as the URL standard would write it, as browsers tell it; null for every other, which
 * the URL parser then takes. It saves two thirds of a verdict's time; a property test holds the two against each other.
 */
function canonicalAddress(text: string): Address | null {
  const start = text.startsWith('https://') ? 8 : text.startsWith('http://') ? 7 : -1;
  if (start < 0) return null;
  let place = start;
  let label = start;
  let kinds = 0;
  for (; place < text.length; place += 1) {
    const letter = text.charCodeAt(place);
    if (letter === slash) break;
    if (letter === dot) {
      if (place === label) return null;
      label = place + 1;
    } else {
      const kind = hostLetters[letter] ?? 0;
      if (kind === 0) return null;
      kinds |= kind;
    }
  }
  // The last label begins with a letter: neither a trailing dot nor an IPv4 address.
  const top = text.charCodeAt(label);
  if (place >= text.length || label === start || !(top >= 97 && top <= 122) || place - start > maxHostLength) return null;
  const host = text.slice(start, place);
  if ((kinds & hyphen) !== 0 && host.includes('xn--')) return null;
  const isOddHost = (kinds & odd) !== 0;
  const pathStart = place;
  let name = place + 1;
  let before = 0;
  let letter = 0;
  for (; place < text.length; place += 1) {
    before = letter;
    letter = text.charCodeAt(place);
    if (letter === question || letter === hash) break;
    if (letter === slash) name = place + 1;
    // A dot after a slash may be a folder to be resolved.
    else if (letter === dot) {
      if (before === slash) return null;
    } else if (pathLetters[letter] !== plain) return null;
  }
  const fileName = text.slice(name, place);
  const path = place - pathStart <= 1 ? '/' : text.slice(pathStart, place).toLowerCase();
  if (place >= text.length || letter === hash) return { host, isOddHost, path, query: '', fileName };
  const fragment = text.indexOf('#', place);
  const query = text.slice(place + 1, fragment < 0 ? text.length : fragment);
  // Spaces, quotes, brackets and letters of other scripts are written otherwise by the parser.
  return /[^!$-&(-;=?-_a-~]/.test(query) ? null : { host, isOddHost, path, query: decoded(query).toLowerCase(), fileName };
}

/** The parts of a web address; null where it is none (other schemes, or no address at all). */
export function parseAddress(text: string): Address | null {
  const head = text.length > maxLength ? text.slice(0, maxLength) : text;
  return canonicalAddress(head) ?? parsedAddress(head);
}

function parsedAddress(head: string): Address | null {
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
    isOddHost: /[^a-z.-]|xn--/.test(host),
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
  const length = host.length - last - 1;
  if (length === 3) return host.endsWith('com') ? last : -1;
  if (length !== 2) return -1;
  const before = host.lastIndexOf('.', last - 1);
  return before > 0 && secondLevels.has(host.slice(before + 1, last)) ? before : last;
}

/** What stands before the registered domain, with its dot; empty for most hosts. */
export function subdomainOf(host: string): string {
  const suffix = countrySuffixStart(host);
  const end = host.lastIndexOf('.', (suffix > 0 ? suffix : host.lastIndexOf('.')) - 1);
  return end > 0 ? host.slice(0, end + 1) : '';
}
