// Many lists of words, searched together: each word of a text is looked up once, however many lists there are.
import { fold, isUnspaced, wordsOf } from '../matching/words.ts';

/** `word` is a whole word, `wor*` the beginning of one, `two words` are a phrase. */
interface Entry {
  readonly words: readonly string[];
  readonly isStem: boolean;
  readonly list: number;
}

/** Entries of one first word; of one stem, where that is all of them. */
interface Beginning {
  readonly first: string;
  readonly isStem: boolean;
  readonly entries: Entry[];
}

export interface FoundWords {
  readonly list: number;
  /** Index of the first word, and how many there are. */
  readonly at: number;
  readonly length: number;
}

/** Numbers of lists, up to 64: two numbers' bits are quicker than a set. */
export class ListSet {
  #low = 0;
  #high = 0;

  add(list: number): void {
    if (list < 32) this.#low |= 1 << list;
    else this.#high |= 1 << (list - 32);
  }

  addFound(found: readonly FoundWords[]): this {
    for (const { list } of found) this.add(list);
    return this;
  }

  addAll(other: ListSet): void {
    this.#low |= other.#low;
    this.#high |= other.#high;
  }

  has(list: number): boolean {
    return ((list < 32 ? this.#low >>> list : this.#high >>> (list - 32)) & 1) !== 0;
  }
}

const none: readonly FoundWords[] = [];
const noBeginnings: readonly Beginning[] = [];
/** Entries are looked up by so many letters, which shorter words have not. */
const keyLength = 3;

/** Whether the rest of an entry follows its first word. */
function goesOn(words: readonly string[], at: number, { words: wanted, isStem }: Entry): boolean {
  for (let place = 1; place < wanted.length; place += 1) {
    const next = words[at + place];
    const want = wanted[place] ?? '';
    if (next === undefined) return false;
    const isLastStem = isStem && place === wanted.length - 1;
    if (isLastStem ? !next.startsWith(want) : next !== want) return false;
  }
  return true;
}

const [letterA, letterZ, alphabet] = [97, 122, 26];

/** The number of a word's first three letters a-z; -1 where it has others, or fewer. */
function slotOf(word: string): number {
  let slot = 0;
  for (let place = 0; place < keyLength; place += 1) {
    const letter = word.charCodeAt(place);
    if (!(letter >= letterA && letter <= letterZ)) return -1;
    slot = slot * alphabet + letter - letterA;
  }
  return slot;
}

export class WordLists {
  /** By a word's first letters: those of plain letters by number, which is quicker than by text. */
  readonly #slots = new Int16Array(alphabet ** keyLength).fill(-1);
  readonly #ofSlot: Beginning[][] = [];
  readonly #others = new Map<string, Beginning[]>();
  readonly #unspaced: { readonly text: string; readonly list: number }[] = [];

  add(entries: readonly string[], list: number): void {
    for (const written of entries) {
      const text = fold(written.toLowerCase());
      const words = wordsOf(text);
      const [first] = words;
      if (first === undefined) continue;
      if (isUnspaced(text)) {
        this.#unspaced.push({ text, list });
        continue;
      }
      const isStem = text.endsWith('*');
      this.#entriesOf(first, isStem && words.length === 1).push({ words, isStem, list });
    }
  }

  #entriesOf(first: string, isStem: boolean): Entry[] {
    const beginnings = this.#beginningsLike(first);
    const there = beginnings.find((one) => one.first === first && one.isStem === isStem);
    if (there) return there.entries;
    const entries: Entry[] = [];
    beginnings.push({ first, isStem, entries });
    return entries;
  }

  /** All that have the first letters of this word. */
  #beginningsLike(word: string): Beginning[] {
    const there = this.#lookUp(word);
    if (there) return there;
    const beginnings: Beginning[] = [];
    const slot = slotOf(word);
    if (slot >= 0) this.#slots[slot] = this.#ofSlot.push(beginnings) - 1;
    else this.#others.set(word.slice(0, keyLength), beginnings);
    return beginnings;
  }

  #lookUp(word: string): Beginning[] | undefined {
    const slot = slotOf(word);
    if (slot >= 0) return this.#ofSlot[this.#slots[slot] ?? -1];
    return this.#others.get(word.slice(0, keyLength));
  }

  /** Every entry in the words. */
  find(words: readonly string[]): readonly FoundWords[] {
    let found: FoundWords[] | null = null;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      for (const { first, isStem, entries } of this.#lookUp(word) ?? noBeginnings) {
        if (isStem ? !word.startsWith(first) : word !== first) continue;
        for (const entry of entries)
          if (entry.words.length === 1 || goesOn(words, at, entry))
            (found ??= []).push({ list: entry.list, at, length: entry.words.length });
      }
      if (word > '\u0e00' && isUnspaced(word)) {
        for (const { text, list } of this.#unspaced) {
          if (word.includes(text)) (found ??= []).push({ list, at, length: 1 });
        }
      }
    }
    return found ?? none;
  }

  /** How many letters of a word without spaces are in no entry. */
  lettersOutside(word: string): number {
    return this.#unspaced.reduce((rest, { text }) => rest.replaceAll(text, ''), word).length;
  }
}
