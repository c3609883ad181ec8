// All the words that rules ask for, found in one pass over a text, however many there are.
import { partBits, type Part } from './part.ts';
import { nextSlot, slotCount, hashOfTrigram, TrieRoot, startLength, type Node } from './trie.ts';

/** The words of one condition: a bit for each number in the scanner. */
export type WordSet = Uint32Array;

const none: readonly number[] = [];
const slash = 47;

/**
 * Numbers words and finds them. Each three letters of a text are looked up in a table of the words' first three, from where
 * a trie leads on. Words can be added at any time: rules are compiled when they are asked first.
 */
export class MultiSearch {
  readonly #ids = new Map<string, number>();
  /** For each word the parts (bits) in which it is sought. */
  readonly #parts: number[] = [];
  /** For each word the search that found it last. */
  readonly #foundIn: number[] = [];
  #search = 0;
  /** For each slot the parts in which a word is sought that may begin so, and the number of its first start, counted from 1. */
  readonly #marks = new Uint8Array(slotCount);
  readonly #slots = new Uint16Array(slotCount);
  readonly #starts: TrieRoot[] = [];
  /** Words too short for the table: of plain letters, and of any. */
  readonly #shortPlain = new Map<string, number>();
  readonly #short = new Map<string, number>();

  /** Grows with each new word, and part; what was found before may lack it. */
  version = 0;

  add(words: readonly string[], part: Part): WordSet {
    const ids = words.map((word) => this.idOf(word, part));
    const bits = new Uint32Array((ids.reduce((most, id) => Math.max(most, id), 0) >>> 5) + 1);
    for (const id of ids) bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
    return bits;
  }

  /** The number of a word, which from now on is sought in this part. */
  idOf(word: string, part: Part): number {
    const id = this.#ids.get(word) ?? this.#ids.size;
    const parts = this.#parts[id] ?? 0;
    if ((parts & partBits[part]) !== 0) return id;
    this.version += 1;
    this.#parts[id] = parts | partBits[part];
    const isNew = parts === 0;
    if (isNew) {
      this.#ids.set(word, id);
      this.#foundIn.push(0);
    }
    if (word.length >= startLength) {
      const slot = hashOfTrigram(word);
      this.#marks[slot] = (this.#marks[slot] ?? 0) | partBits[part];
      if (isNew) this.#startOf(word, slot).add(word, id);
    } else if (isNew) (/^[\0-\x7f]*$/.test(word) ? this.#shortPlain : this.#short).set(word, id);
    return id;
  }

  #startOf(word: string, slot: number): TrieRoot {
    const [first, second, third] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    const number = this.#slots[slot] ?? 0;
    const there = this.#starts[number - 1];
    for (let start = there; start; start = start.other) {
      if (start.first === first && start.second === second && start.third === third) return start;
    }
    const added = new TrieRoot(first, second, third, there);
    if (number > 0) this.#starts[number - 1] = added;
    else this.#slots[slot] = this.#starts.push(added);
    return added;
  }

  /** The numbers of the words for this part (its bit) that the text holds, each once, maybe with some for other parts; folders are taken to end in a slash. */
  find(text: string, bit: number): readonly number[] {
    const { length } = text;
    const marks = this.#marks;
    const isOpen = bit === partBits.folders && text.charCodeAt(length - 1) !== slash;
    const end = isOpen ? length + 1 : length;
    this.#search += 1;
    let found: number[] | null = null;
    let slot = 0;
    let letters = 0;
    for (let place = 0; place < length; place += 1) {
      const letter = text.charCodeAt(place);
      letters |= letter;
      slot = ((slot << 5) ^ letter) & (slotCount - 1);
      if (((marks[slot] ?? 0) & bit) !== 0) found = this.#follow(text, end, place, slot, found);
    }
    if (isOpen) found = this.#follow(text, end, length, nextSlot(slot, slash), found);
    if (this.#shortPlain.size > 0) found = this.#findShort(this.#shortPlain, text, end, found);
    if (letters > 0x7f) found = this.#findShort(this.#short, text, end, found);
    return found ?? none;
  }

  #findShort(
    words: ReadonlyMap<string, number>,
    text: string,
    end: number,
    found: number[] | null,
  ): number[] | null {
    let all = found;
    const whole = end > text.length ? `${text}/` : text;
    for (const [word, id] of words) if (whole.includes(word)) (all ??= []).push(id);
    return all;
  }

  /** Adds the words whose third letter stands at `place`. */
  #follow(
    text: string,
    end: number,
    place: number,
    slot: number,
    found: number[] | null,
  ): number[] | null {
    let start = this.#starts[(this.#slots[slot] ?? 0) - 1];
    const first = text.charCodeAt(place - 2);
    const second = text.charCodeAt(place - 1);
    const third = place < text.length ? text.charCodeAt(place) : slash;
    while (start && (start.third !== third || start.second !== second || start.first !== first))
      start = start.other;
    let all = found;
    let node: Node | undefined = start?.node;
    for (let at = place + 1; node; at += 1) {
      const { id } = node;
      if (id >= 0 && this.#foundIn[id] !== this.#search) {
        this.#foundIn[id] = this.#search;
        (all ??= []).push(id);
      }
      if (!node.next || at >= end) break;
      const letter = at < text.length ? text.charCodeAt(at) : slash;
      node = node.letter === letter ? node.next : node.more?.get(letter);
    }
    return all;
  }
}

export function holdsAny(found: readonly number[], wanted: WordSet): boolean {
  for (const id of found) if ((((wanted[id >>> 5] ?? 0) >>> (id & 31)) & 1) !== 0) return true;
  return false;
}
