import { countrySuffixStart } from './address.ts';

/** What stands for one host pattern. */
export interface Bucket<Entry> {
  readonly entries: readonly Entry[];
  /** Characters of the pattern that matched, one more for a whole host: the more, the more specific. */
  readonly specificity: number;
}

type Buckets<Entry> = Map<string, Entry[]>;

const family = '.{tld}';
const none: readonly never[] = [];
const dot = 46;
const slots = 1 << 18;

/** A slot for the last `labels` labels of `host` before `end`: cheaper than to cut them out and look them up. */
function slotOf(host: string, end: number, labels: number): number {
  let slot = 0;
  let left = labels;
  for (let place = end - 1; place >= 0; place -= 1) {
    const letter = host.charCodeAt(place);
    if (letter === dot && (left -= 1) === 0) break;
    slot = (slot * 33 + letter) & (slots - 1);
  }
  return slot;
}

/** Rules, or whatever stands for hosts, by host, so that a look-up costs as many steps as the host has labels, whatever the number of rules. */
export class HostIndex<Entry> {
  /** Rules of exactly this host, and of this host and every one below. */
  readonly #exact: Buckets<Entry> = new Map();
  readonly #below: Buckets<Entry> = new Map();
  /** As above, for `name.{tld}`, by what stands before `.{tld}`. */
  readonly #exactFamilies: Buckets<Entry> = new Map();
  readonly #belowFamilies: Buckets<Entry> = new Map();
  /** Marks the last two labels of each pattern, and the last one before `.{tld}`: most hosts are done after looking here. */
  readonly #tails = new Uint8Array(slots);
  readonly #familyNames = new Uint8Array(slots);

  add(pattern: string, entry: Entry): void {
    const isBelow = pattern.startsWith('*.');
    const host = isBelow ? pattern.slice(2) : pattern;
    if (host.endsWith(family)) {
      const stem = host.slice(0, -family.length);
      this.#familyNames[slotOf(stem, stem.length, 1)] = 1;
      put(isBelow ? this.#belowFamilies : this.#exactFamilies, stem, entry);
    } else {
      this.#tails[slotOf(host, host.length, 2)] = 1;
      put(isBelow ? this.#below : this.#exact, host, entry);
    }
  }

  /** The buckets whose pattern fits the host. */
  find(host: string): readonly Bucket<Entry>[] {
    if (host === '') return none;
    let found: Bucket<Entry>[] | null = null;
    if (this.#tails[slotOf(host, host.length, 2)] === 1) {
      found = lookUp(this.#exact, this.#below, host, found);
    }
    const suffix = countrySuffixStart(host);
    if (suffix > 0 && this.#familyNames[slotOf(host, suffix, 1)] === 1) {
      found = lookUp(this.#exactFamilies, this.#belowFamilies, host.slice(0, suffix), found);
    }
    return found ?? none;
  }
}

function put<Entry>(buckets: Buckets<Entry>, key: string, entry: Entry): void {
  const there = buckets.get(key);
  if (there) there.push(entry);
  else buckets.set(key, [entry]);
}

function lookUp<Entry>(exact: Buckets<Entry>, below: Buckets<Entry>, host: string, found: Bucket<Entry>[] | null): Bucket<Entry>[] | null {
  const whole = exact.get(host);
  if (whole) (found ??= []).push({ entries: whole, specificity: host.length + 1 });
  for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
    const entries = below.get(start === 0 ? host : host.slice(start));
    if (entries) (found ??= []).push({ entries, specificity: host.length - start });
  }
  return found;
}
