// The words that the signs are made of, with their lists numbered: first what every phrase is read with, then one list per line.
import { NameFinder } from './name-finder.ts';
import { phraseAround, type Phrase } from './phrase.ts';
import type { SignLine, SignWords } from './schema.ts';
import { WordLists, type FoundWords } from './word-lists.ts';
import { fold } from '../matching/words.ts';

const kinds = {
  makers: 0,
  products: 1,
  productsBefore: 2,
  notProducts: 3,
  units: 4,
  plainWords: 5,
} as const;
const lineOffset = Object.keys(kinds).length;
/** Of so many names in a text the best is taken. */
const maxNames = 4;

/** "total security" is also written as one word. */
const joined = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) =>
    /^[a-z]+( [a-z]+)+$/.test(entry) ? [entry, entry.replaceAll(' ', '')] : [entry],
  );

export class Vocabulary {
  readonly lists = new WordLists();
  readonly kinds = kinds;
  readonly hostWords: ReadonlySet<string>;
  readonly #finder: NameFinder;
  readonly #names: ReadonlySet<string>;
  readonly #tools: ReadonlySet<string>;
  readonly #knownLists = new Set<number>([
    kinds.makers,
    kinds.products,
    kinds.productsBefore,
    kinds.units,
    kinds.plainWords,
  ]);

  constructor(words: SignWords, lines: readonly SignLine[]) {
    this.#finder = new NameFinder(
      [...words.names, ...words.tools],
      words.otherNames,
      words.misspellings,
    );
    this.#names = new Set(words.names.map(fold));
    this.#tools = new Set(words.tools.map(fold));
    this.hostWords = new Set(words.hostWords);
    this.lists.add(words.makers, kinds.makers);
    this.lists.add(joined(words.products), kinds.products);
    this.lists.add(words.productsBefore, kinds.productsBefore);
    this.lists.add(words.notProducts, kinds.notProducts);
    this.lists.add(words.units, kinds.units);
    this.lists.add(words.plainWords, kinds.plainWords);
    lines.forEach(({ from, has, weight }, place) => {
      if (!has || from === 'address') return;
      this.lists.add(has, lineOffset + place);
      if (from === 'beside-name' && weight > 0) this.#knownLists.add(lineOffset + place);
    });
  }

  listOf(line: number): number {
    return lineOffset + line;
  }

  /** Whether a list's words say nothing beyond the product and its sale. */
  isKnownList(list: number): boolean {
    return this.#knownLists.has(list);
  }

  isName(word: string): boolean {
    return this.#names.has(word);
  }

  isTool(word: string): boolean {
    return this.#tools.has(word);
  }

  mayBeNamed(text: string): boolean {
    return this.#finder.mayBeIn(text);
  }

  /**
   * The phrase around the name that names a product, else around the first name; null without a
   * name. `read` knows what the lists have of these words.
   */
  phraseIn(
    words: readonly string[],
    read?: { readonly found: readonly FoundWords[] },
  ): Phrase | null {
    if (words.length === 0) return null;
    let best: Phrase | null = null;
    let from = 0;
    let all = words;
    for (let count = 0; count < maxNames && !best?.isProduct; count += 1) {
      const named = this.#finder.find(all, from);
      if (!named) break;
      const phrase = phraseAround(
        named,
        this,
        (named.words === words && read?.found) || this.lists.find(named.words),
      );
      if (phrase && (!best || phrase.isProduct)) best = phrase;
      from = named.at + 1;
      all = named.words;
    }
    return best;
  }
}
