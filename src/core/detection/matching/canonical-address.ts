// Addresses that stand as the URL standard would write them, as browsers tell them, are read without the URL parser: their parts
// are stretches of the text. Whatever could be written otherwise is left to the parser (address.ts).

/** No name in the DNS is longer; such an address leads nowhere. */
export const maxHostLength = 253;

/** Marks letters that need not be decoded, folded or checked. */
function letterTable(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    letters.test(String.fromCharCode(code)) ? 1 : 0,
  );
}

const hostLetters = letterTable(/[a-z0-9-]/);
const pathLetters = letterTable(/[\w/~!$&'()*+,;=:@-]/);
const [dot, slash, question, hash, hyphen, colon, letterS] = [46, 47, 63, 35, 45, 58, 115];
const scheme = Array.from('http', (letter) => letter.charCodeAt(0));

/** Where the host begins; -1 where it's no address of this kind. Letter by letter, which is quicker than comparing strings. */
export function hostStart(text: string): number {
  for (let place = 0; place < scheme.length; place += 1)
    if (text.charCodeAt(place) !== scheme[place]) return -1;
  const start = scheme.length + (text.charCodeAt(scheme.length) === letterS ? 1 : 0);
  return text.charCodeAt(start) === colon &&
    text.charCodeAt(start + 1) === slash &&
    text.charCodeAt(start + 2) === slash
    ? start + 3
    : -1;
}

/** Where the host ends and the path begins; -1 where the parser is needed. */
export function hostEnd(text: string, start: number): number {
  let label = start;
  let before = 0;
  let place = start;
  for (; place < text.length; place += 1) {
    const letter = text.charCodeAt(place);
    if (letter === slash) break;
    if (letter === dot) {
      if (place === label) return -1;
      label = place + 1;
      // Two hyphens may be punycode's.
    } else if (hostLetters[letter] !== 1 || (letter === hyphen && before === hyphen)) return -1;
    before = letter;
  }
  // The last label begins with a letter: neither a trailing dot nor an IPv4 address.
  const top = text.charCodeAt(label);
  return place >= text.length ||
    label === start ||
    !(top >= 97 && top <= 122) ||
    place - start > maxHostLength
    ? -1
    : place;
}

/** Where the path ends that begins at `start`; -1 where the parser is needed. */
export function pathEnd(text: string, start: number): number {
  let before = 0;
  for (let place = start; place < text.length; place += 1) {
    const letter = text.charCodeAt(place);
    if (letter === question || letter === hash) return place;
    // A dot after a slash may be a folder to be resolved.
    if (letter === dot ? before === slash : pathLetters[letter] !== 1) return -1;
    before = letter;
  }
  return text.length;
}

/** The query, undecoded, of an address whose path ends at `end`; null where the parser is needed. */
export function queryAfter(text: string, end: number): string | null {
  if (text.charCodeAt(end) !== question) return '';
  const fragment = text.indexOf('#', end);
  const query = text.slice(end + 1, fragment < 0 ? text.length : fragment);
  // Spaces, quotes, brackets and letters of other scripts are written otherwise by the parser.
  return /[^!$-&(-;=?-_a-~]/.test(query) ? null : query;
}
