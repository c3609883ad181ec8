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
const highestHash = 0x1fffffff;
/** Beside a stored hash: the pattern also stands for what is below the host. */
const belowBit = 0x20000000;
const firstSlots = 1 << 8;

/**
 * The hash of letters that are read from the last to the first, so that it is known where each
 * label begins.
 */
export function hashWith(hash: number, letter: number): number {
  return (Math.imul(hash, 33) + letter) & highestHash;
}

export function hashOf(text: string): number {
  let hash = 0;
  for (let place = text.length - 1; place >= 0; place -= 1)
    hash = hashWith(hash, text.charCodeAt(place));
  return hash;
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
  /** The patterns without their star and the dropped part. */
  readonly #stems: string[] = [];
  readonly #entries: Entry[] = [];
  readonly #hashes: number[] = [];
  readonly #older: number[] = [];

  constructor(suffix: string) {
    this.#suffixLength = suffix.length;
  }

  add(pattern: string, entry: Entry): void {
    const isBelow = pattern.charCodeAt(0) === star;
    const stem = pattern.slice(isBelow ? 2 : 0, pattern.length - this.#suffixLength);
    const hash = hashOf(stem);
    const number = this.#stems.push(stem);
    this.#entries.push(entry);
    this.#hashes.push(isBelow ? hash | belowBit : hash);
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
      this.#older[index] = this.#put((this.#hashes[index] ?? 0) & highestHash, index + 1);
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
      if (((this.#hashes[number - 1] ?? 0) & highestHash) === hash) return true;
    }
    return false;
  }

  get isEmpty(): boolean {
    return this.#stems.length === 0;
  }

  /** Adds what fits the part of a host from `start` to `end`, whose hash this is. */
  collect(
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
      const stored = this.#hashes[number - 1] ?? 0;
      if ((stored & highestHash) !== hash) continue;
      const stem = this.#stems[number - 1];
      const entry = this.#entries[number - 1];
      const isBelow = (stored & belowBit) !== 0;
      if (stem === undefined || entry === undefined || (!isBelow && start > 0)) continue;
      if (stem.length !== length || !host.startsWith(stem, start)) continue;
      (all ??= []).push({ entry, specificity: isBelow ? length : length + 1 });
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

  /** Entries whose pattern fits the host, in no order. One pass for both tables, from its end. */
  find(host: string): readonly Fitting<Entry>[] {
    const end = host.length;
    if (end === 0) return none;
    const suffix = this.#families.isEmpty ? -1 : countrySuffixStart(host);
    let found: Fitting<Entry>[] | null = null;
    let [hash, stem] = [0, 0];
    for (let place = end - 1; place >= 0; place -= 1) {
      const letter = host.charCodeAt(place);
      if (letter === dot) found = this.#add(hash, stem, host, place + 1, suffix, found);
      hash = hashWith(hash, letter);
      if (place < suffix) stem = hashWith(stem, letter);
    }
    return this.#add(hash, stem, host, 0, suffix, found) ?? none;
  }

  /** Adds what fits the host from `start` on, and what fits it from there to its country's domain. */
  #add(
    hash: number,
    stem: number,
    host: string,
    start: number,
    suffix: number,
    found: Fitting<Entry>[] | null,
  ): Fitting<Entry>[] | null {
    let all = found;
    if (this.#hosts.mayHold(hash)) all = this.#hosts.collect(hash, host, start, host.length, all);
    if (start < suffix && this.#families.mayHold(stem))
      all = this.#families.collect(stem, host, start, suffix, all);
    return all;
  }

  /**
   * Whether a pattern may fit by an end of the host, or by an end of what stands before its
   * country's domain, by their hashes.
   */
  mayFind(end: number, stem: number): boolean {
    return this.#hosts.mayHold(end) || this.#families.mayHold(stem);
  }
}
