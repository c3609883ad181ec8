// Rules for any host. Most inputs contain none of the words these rules need; otherwise, only rules
// whose words appear are tried.
import type { Askable } from './compiled-rule.ts';
import type { MatchedWords } from './rule-input.ts';
import type { LazyRules } from './lazy-rules.ts';
import { partBits, partPlaces, soughtParts } from '../matching/part.ts';
import type { NeededWords, RuleSummary } from './rule-summary.ts';
import type { Verdict } from '../model/verdict.ts';
import { slotCount, hashOfTrigram, startLength } from '../matching/trie.ts';
import type { MultiSearch } from '../matching/multi-search.ts';

const none: readonly Needing[] = [];

/** Beside the parts' bits: a host's letters that only rules for look-alike hosts ask about. */
export const lookalikeBit = 32;

/** Rules that need one of the same words in the same part, by their places in the order. */
interface Needing {
  /** The part's place. */
  readonly part: number;
  readonly places: number[];
  /** The turn in which they were marked last. */
  turn: number;
}

/** The rules of one context, ready to be asked. */
export class HostlessRules {
  readonly #rules: LazyRules;
  /** Highest rank first, then by id: the first that fits is the best of them. */
  readonly #heads: readonly RuleSummary[];
  /**
   * Ids of rules that may match without any word, and of those that do if the host has unusual
   * letters.
   */
  readonly #always: readonly number[];
  readonly #onOddHosts: readonly number[];
  /** Each part, with the highest rank of a rule that needs a word in it: others need not be searched. */
  readonly #sought: readonly { readonly place: number; highest: number }[];
  /** By the number of a word in the scanner. */
  readonly #needing: (Needing[] | undefined)[] = [];
  /** For each slot of three letters the parts (bits) in which a needed word may begin so. */
  readonly starts = new Uint8Array(slotCount);
  /** Whether a rule may fit an input that no slot tells of, its host being of plain letters. */
  readonly isBlind: boolean;

  /** A bit for each rule worth asking in this turn: their order without a search. */
  readonly #marks: Uint32Array;
  #turn = 0;

  constructor(heads: readonly RuleSummary[], rules: LazyRules, scanner: MultiSearch) {
    this.#rules = rules;
    this.#heads = heads.toSorted(
      (one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1),
    );
    this.#marks = new Uint32Array(Math.ceil(heads.length / 32));
    this.#sought = soughtParts.map((part) => ({ place: partPlaces[part], highest: -Infinity }));
    const always: number[] = [];
    const onOddHosts: number[] = [];
    const known = new Map<NeededWords, Needing>();
    let hasShortWords = false;
    const add = ({ words, part }: NeededWords, bit: number): Needing => {
      const needing: Needing = { part: partPlaces[part], places: [], turn: 0 };
      for (const word of words) {
        // Hosts are written in ASCII; a word of another script would only make more of them look
        // worth asking.
        if (part === 'host' && /[^\0-\x7f]/.test(word)) continue;
        (this.#needing[scanner.idOf(word, part)] ??= []).push(needing);
        const slot = hashOfTrigram(word);
        if (word.length < startLength) hasShortWords = true;
        else this.starts[slot] = (this.starts[slot] ?? 0) | bit;
      }
      return needing;
    };
    this.#heads.forEach((head, place) => {
      const needs = head.needs();
      if (needs === null) always.push(place);
      if (needs === null || head.readsOddHosts) onOddHosts.push(place);
      for (const need of needs ?? []) {
        for (const sought of this.#sought)
          if (sought.place === partPlaces[need.part])
            sought.highest = Math.max(sought.highest, head.rank);
        let needing = known.get(need);
        if (!needing)
          known.set(
            need,
            (needing = add(need, head.readsOddHosts ? lookalikeBit : partBits[need.part])),
          );
        needing.places.push(place);
      }
    });
    this.#always = always;
    this.#onOddHosts = onOddHosts;
    this.isBlind = hasShortWords || always.length > 0;
  }

  /** The first that fits and ranks above `rank`. */
  best(
    inspection: MatchedWords,
    rank: number,
  ): { readonly rule: Askable; readonly specificity: 0; readonly verdict: Verdict } | null {
    for (const place of this.#candidates(inspection, rank)) {
      const head = this.#heads[place];
      if (!head || head.rank <= rank) break;
      const rule = this.#rules.at(head.place);
      const verdict = rule?.ask(inspection);
      if (rule && verdict) return { rule, specificity: 0, verdict };
    }
    return null;
  }

  /** Places of the rules worth asking, in their order; perhaps without some that don't rank above `rank`. */
  #candidates(inspection: MatchedWords, rank: number): readonly number[] {
    const usual = inspection.evidence.isOddHost ? this.#onOddHosts : this.#always;
    const marks = this.#marks;
    marks.fill(0);
    this.#turn += 1;
    let isAny = false;
    for (const { place, highest } of this.#sought)
      if (highest > rank) isAny = this.#mark(inspection.words(place), place) || isAny;
    if (!isAny) return usual;
    for (const place of usual) this.#setMark(place);
    const places: number[] = [];
    for (let word = 0; word < marks.length; word += 1) {
      for (let bits = marks[word] ?? 0; bits !== 0; bits &= bits - 1)
        places.push(word * 32 + 31 - Math.clz32(bits & -bits));
    }
    return places;
  }

  #setMark(place: number): void {
    this.#marks[place >>> 5] = (this.#marks[place >>> 5] ?? 0) | (1 << (place & 31));
  }

  /** Marks the rules that need one of the words found in this part; whether there is any. */
  #mark(found: readonly number[], part: number): boolean {
    let isAny = false;
    for (const id of found) {
      for (const needing of this.#needing[id] ?? none) {
        if (needing.part !== part) continue;
        isAny = true;
        if (needing.turn === this.#turn) continue;
        needing.turn = this.#turn;
        for (const place of needing.places) this.#setMark(place);
      }
    }
    return isAny;
  }
}
