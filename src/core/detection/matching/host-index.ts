import { countrySuffixStart } from './address.ts';

/** An entry whose pattern fits. */
export interface Fitting<Entry> {
  readonly entry: Entry;
  /**
   * Characters of the pattern that matched, one more for a whole host: the more, the more specific.
   */
  readonly specificity: number;
}

const family = '.{tld}';
const none: readonly never[] = [];
const [dot, star, brace] = [46, 42, 125];
const highestHash = 0x3fffffff;
const firstSlots = 1 << 8;

const isBelow = (pattern: string): boolean => pattern.charCodeAt(0) === star;

/**
 * The hash of letters that are read from the last to the first, so that it is known where each
 * label begins.
 */
export function hashWith(hash: number, letter: number): number {
  return (Math.imul(hash, 33) + letter) & highestHash;
}

/**
 * Patterns chained by the hashes of what they stand for: one pass over a host from its end meets
 * each that fits.
 */
class PatternTable<Entry> {
  /** The part dropped from the end of each pattern. */
  readonly #suffixLength: number;
  /** The number of the newest pattern in each slot, counted from 1. */
  #heads = new Int32Array(firstSlots);
  /**
   * A bit for each hash, eight times as many as slots: so few that nearly all look-ups end in the
   * processor's cache.
   */
  #bits = new Uint32Array(firstSlots / 4);
  readonly #patterns: string[] = [];
  readonly #entries: Entry[] = [];
  readonly #hashes: number[] = [];
  readonly #older: number[] = [];

  constructor(suffix: string) {
    this.#suffixLength = suffix.length;
  }

  add(pattern: string, entry: Entry): void {
    const start = isBelow(pattern) ? 2 : 0;
    let hash = 0;
    for (let place = pattern.length - this.#suffixLength - 1; place >= start; place -= 1)
      hash = hashWith(hash, pattern.charCodeAt(place));
    const number = this.#patterns.push(pattern);
    this.#entries.push(entry);
    this.#hashes.push(hash);
    if (number * 2 > this.#heads.length) this.#spread();
    this.#older.push(this.#put(hash, number));
  }

  #put(hash: number, number: number): number {
    const slot = hash & (this.#heads.length - 1);
    const older = this.#heads[slot] ?? 0;
    this.#heads[slot] = number;
    const word = (hash >>> 5) & (this.#bits.length - 1);
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (hash & 31));
    return older;
  }

  #spread(): void {
    this.#heads = new Int32Array(this.#heads.length * 2);
    this.#bits = new Uint32Array(this.#bits.length * 2);
    for (let index = 0; index < this.#older.length; index += 1)
      this.#older[index] = this.#put(this.#hashes[index] ?? 0, index + 1);
  }

  /**
   * Whether a pattern may stand for a host, or an end of one, that has this hash; all but never
   * true where none does.
   */
  mayHold(hash: number): boolean {
    if ((((this.#bits[(hash >>> 5) & (this.#bits.length - 1)] ?? 0) >>> (hash & 31)) & 1) === 0)
      return false;
    for (
      let number = this.#heads[hash & (this.#heads.length - 1)] ?? 0;
      number > 0;
      number = this.#older[number - 1] ?? 0
    ) {
      if (this.#hashes[number - 1] === hash) return true;
    }
    return false;
  }

  /** Adds what fits the host, of which the first `end` letters count. */
  find(host: string, end: number, found: Fitting<Entry>[] | null): Fitting<Entry>[] | null {
    let all = found;
    let hash = 0;
    for (let place = end - 1; place >= 0; place -= 1) {
      const letter = host.charCodeAt(place);
      if (letter === dot && this.mayHold(hash))
        all = this.#collect(hash, host, place + 1, end, all);
      hash = hashWith(hash, letter);
    }
    return this.mayHold(hash) ? this.#collect(hash, host, 0, end, all) : all;
  }

  #collect(
    hash: number,
    host: string,
    start: number,
    end: number,
    found: Fitting<Entry>[] | null,
  ): Fitting<Entry>[] | null {
    let all = found;
    const length = end - start;
    for (
      let number = this.#heads[hash & (this.#heads.length - 1)] ?? 0;
      number > 0;
      number = this.#older[number - 1] ?? 0
    ) {
      if (this.#hashes[number - 1] !== hash) continue;
      const [pattern, entry] = [this.#patterns[number - 1], this.#entries[number - 1]];
      if (pattern === undefined || entry === undefined) continue;
      const skipped = isBelow(pattern) ? 2 : 0;
      if (
        (skipped === 0 && start > 0) ||
        pattern.length - this.#suffixLength - skipped !== length ||
        !host.startsWith(pattern.slice(skipped, skipped + length), start)
      )
        continue;
      (all ??= []).push({ entry, specificity: skipped > 0 ? length : length + 1 });
    }
    return all;
  }
}

/**
 * Rules, or whatever stands for hosts, by host, so that a look-up costs one pass over the host,
 * whatever the number of rules.
 */
export class HostIndex<Entry> {
  readonly #hosts = new PatternTable<Entry>('');
  /** `name.{tld}`, by what stands before `.{tld}`. */
  readonly #families = new PatternTable<Entry>(family);

  add(pattern: string, entry: Entry): void {
    const isFamily = pattern.charCodeAt(pattern.length - 1) === brace && pattern.endsWith(family);
    (isFamily ? this.#families : this.#hosts).add(pattern, entry);
  }

  /** Entries whose pattern fits the host, in no order. */
  find(host: string): readonly Fitting<Entry>[] {
    if (host === '') return none;
    const found = this.#hosts.find(host, host.length, null);
    const suffix = countrySuffixStart(host);
    return (suffix > 0 ? this.#families.find(host, suffix, found) : found) ?? none;
  }

  /**
   * Whether a pattern may fit by an end of the host, or by an end of what stands before its
   * country's domain, by their hashes.
   */
  mayFind(end: number, stem: number): boolean {
    return this.#hosts.mayHold(end) || this.#families.mayHold(stem);
  }
}
