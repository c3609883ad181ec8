// Most addresses of the web concern no rule, which one pass over their letters shows: no three of
// them begin a word that a rule needs, and no rule stands for their host. It says nothing that the
// whole way wouldn't; a property test holds it to that.
import { isSecondLevel, maxAddressLength } from '../../matching/address.ts';
import { lookalikeBit, type HostlessRules } from '../hostless-rules.ts';
import { hostStart, maxHostLength, pathEnd, queryAfter } from '../../matching/canonical-address.ts';
import { hashOf, hashWith, type HostIndex } from '../../matching/host-index.ts';
import type { LookalikeFinder } from '../../matching/lookalike.ts';
import type { RelayFinder } from '../../matching/relay.ts';
import { partBits } from '../../matching/part.ts';
import { nextSlot, slotCount } from '../../matching/trie.ts';

const [slash, percent, dot, letterA, letterZ, capitalA, capitalZ] = [47, 37, 46, 97, 122, 65, 90];
const topSlots = 256;
const inHost = partBits.host | lookalikeBit;
const inPath = partBits.folders | partBits.file;

/**
 * For each letter of a plain host the one that it looks like, mostly itself; 0 for others, and
 * where it looks like several.
 */
function looksOf(confusables: Readonly<Record<string, string>>): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => {
    const letter = String.fromCharCode(code);
    if (/[a-z.-]/.test(letter)) return code;
    const look = Object.hasOwn(confusables, letter) ? (confusables[letter] ?? '') : letter;
    return /\d/.test(letter) && look.length === 1 && look < '\u0080' ? look.charCodeAt(0) : 0;
  });
}

/** Whether `{tld}` stands for the host's last label: `com`, or a country's domain. */
function isFamilyTop(text: string, start: number, end: number): boolean {
  return end - start === 2 || (end - start === 3 && text.startsWith('com', start));
}

export class Prefilter {
  readonly #hosts: HostIndex<unknown>;
  readonly #starts: Uint8Array;
  readonly #looks: Uint8Array;
  readonly #isBlind: boolean;
  readonly #relays: RelayFinder;
  readonly #lookalikes: LookalikeFinder;
  /** By the low bits of a last label's hash whether a relay's host may end so. */
  readonly #tops = new Uint8Array(topSlots);

  constructor(
    hosts: HostIndex<unknown>,
    relays: RelayFinder,
    anywhere: HostlessRules,
    lookalikes: LookalikeFinder,
    confusables: Readonly<Record<string, string>>,
  ) {
    this.#hosts = hosts;
    this.#relays = relays;
    this.#lookalikes = lookalikes;
    for (const top of relays.wordedTops) this.#tops[hashOf(top) & (topSlots - 1)] = 1;
    this.#starts = anywhere.starts;
    this.#looks = looksOf(confusables);
    this.#isBlind = anywhere.isBlind;
  }

  /**
   * Whether no rule fits the page of this address and title, in lower case; false where that can't
   * be told so quickly.
   */
  canSkip(text: string, title: string): boolean {
    if (this.#isBlind || text.length > maxAddressLength) return false;
    const start = hostStart(text);
    const pathStart = start < 0 ? -1 : text.indexOf('/', start);
    if (pathStart < 0 || !this.#isSilentHost(text, start, pathStart)) return false;
    if (pathStart + 1 < text.length) {
      const end = pathEnd(text, pathStart);
      const query = end < 0 ? null : queryAfter(text, end);
      if (
        query === null ||
        this.#mayHold(text, pathStart, end, inPath) ||
        this.#mayHold(query, 0, query.length, partBits.query)
      )
        return false;
    }
    return title === '' || !this.#mayHold(title, 0, title.length, partBits.title);
  }

  /**
   * Whether the host is a plain one that no rule stands for and that holds no word, as it is
   * written or in letters that look alike. One pass from its end: to read a letter costs more than
   * all that is done with it.
   */
  #isSilentHost(text: string, start: number, end: number): boolean {
    if (end - start > maxHostLength) return false;
    const starts = this.#starts;
    const looks = this.#looks;
    let [first, second, third] = [slash, slash, slash];
    let hash = 0;
    let isOdd = false;
    let mayBeWorded = false;
    let mayBear = false;
    let labels = 0;
    // Where the country's domain begins, its dot included, and the hash of what stands before it;
    // no pattern has that of nothing.
    let suffix = -1;
    let stem = 0;
    for (let place = end - 1; place >= start; place -= 1) {
      third = second;
      second = first;
      first = text.charCodeAt(place);
      const asked = starts[((first << 10) ^ (second << 5) ^ third) & (slotCount - 1)] ?? 0;
      if ((asked & inHost) !== 0) {
        if ((asked & partBits.host) !== 0) return false;
        mayBear = true;
      }
      const isLetter = first >= letterA && first <= letterZ;
      if (!isLetter) {
        const look = looks[first] ?? 0;
        if (look === 0 || (first === second && look === first)) return false;
        if (look !== first) isOdd = true;
      }
      if (first === dot) {
        if (this.#hosts.mayFind(hash, stem)) return false;
        labels += 1;
        // The last label begins with a letter: neither a trailing dot nor an IPv4 address.
        if (labels === 1) {
          if (!(second >= letterA && second <= letterZ)) return false;
          mayBeWorded = this.#tops[hash & (topSlots - 1)] === 1;
        }
        if (
          labels === 1
            ? isFamilyTop(text, place + 1, end)
            : labels === 2 && suffix === end - 3 && isSecondLevel(text.slice(place + 1, suffix))
        ) {
          suffix = place;
          stem = 0;
        }
      }
      hash = hashWith(hash, first);
      if (place < suffix) stem = hashWith(stem, first);
    }
    if (labels === 0 || first === dot || this.#hosts.mayFind(hash, stem)) return false;
    if (mayBeWorded && this.#relays.mayBeWorded(text.slice(start, end))) return false;
    if (!mayBear && (!isOdd || !this.#mayLookLike(text, start, end))) return true;
    return !this.#lookalikes.mayBear(text.slice(start, end));
  }

  #mayLookLike(text: string, start: number, end: number): boolean {
    const starts = this.#starts;
    let slot = 0;
    for (let place = start; place < end; place += 1) {
      slot = nextSlot(slot, this.#looks[text.charCodeAt(place)] ?? 0);
      if (((starts[slot] ?? 0) & lookalikeBit) !== 0) return true;
    }
    return false;
  }

  /**
   * Whether `text` from `start` to `end`, treated as ending in a slash, may contain a word for one
   * of the parts.
   */
  #mayHold(text: string, start: number, end: number, parts: number): boolean {
    const starts = this.#starts;
    let slot = 0;
    for (let place = start; place < end; place += 1) {
      const letter = text.charCodeAt(place);
      if (letter === percent) return true;
      slot = nextSlot(slot, letter >= capitalA && letter <= capitalZ ? letter + 32 : letter);
      if (((starts[slot] ?? 0) & parts) !== 0) return true;
    }
    return ((starts[nextSlot(slot, slash)] ?? 0) & parts) !== 0;
  }
}
