import type { LazyRule } from './lazy-rule.ts';
import { countrySuffixStart } from './address.ts';

/** The rules of one host pattern. */
export interface Bucket {
  readonly rules: readonly LazyRule[];
  /** Characters of the pattern that matched, one more for a whole host: the more, the more specific. */
  readonly specificity: number;
}

type Buckets = Map<string, LazyRule[]>;

const family = '.{tld}';
const none: readonly Bucket[] = [];
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

/** Rules by host, so that a look-up costs as many steps as the host has labels, whatever the number of rules. */
export class HostIndex {
  /** Rules of exactly this host, and of this host and every one below. */
  readonly #exact: Buckets = new Map();
  readonly #below: Buckets = new Map();
  /** As above, for `name.{tld}`, by what stands before `.{tld}`. */
  readonly #exactFamilies: Buckets = new Map();
  readonly #belowFamilies: Buckets = new Map();
  /** Marks the last two labels of each pattern, and the last one before `.{tld}`: most hosts are done after looking here. */
  readonly #tails = new Uint8Array(slots);
  readonly #familyNames = new Uint8Array(slots);

  add(pattern: string, rule: LazyRule): void {
    const isBelow = pattern.startsWith('*.');
    const host = isBelow ? pattern.slice(2) : pattern;
    if (host.endsWith(family)) {
      const stem = host.slice(0, -family.length);
      this.#familyNames[slotOf(stem, stem.length, 1)] = 1;
      put(isBelow ? this.#belowFamilies : this.#exactFamilies, stem, rule);
    } else {
      this.#tails[slotOf(host, host.length, 2)] = 1;
      put(isBelow ? this.#below : this.#exact, host, rule);
    }
  }

  /** The buckets whose pattern fits the host. */
  find(host: string): readonly Bucket[] {
    if (host === '') return none;
    let found: Bucket[] | null = null;
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

function put(buckets: Buckets, key: string, rule: LazyRule): void {
  const there = buckets.get(key);
  if (there) there.push(rule);
  else buckets.set(key, [rule]);
}

function lookUp(exact: Buckets, below: Buckets, host: string, found: Bucket[] | null): Bucket[] | null {
  const whole = exact.get(host);
  if (whole) (found ??= []).push({ rules: whole, specificity: host.length + 1 });
  for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
    const rules = below.get(start === 0 ? host : host.slice(start));
    if (rules) (found ??= []).push({ rules, specificity: host.length - start });
  }
  return found;
}
