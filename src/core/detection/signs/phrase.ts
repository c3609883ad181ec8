// The words around the subject's name in one part of a page: which are the product, which are
// known, which are something else.
import type { NamedWords } from './name-finder.ts';
import type { FoundWords, WordLists } from './word-lists.ts';
import { isNumber, isUnspaced } from '../matching/words.ts';

/** Of the vocabulary, what a phrase is read with. */
export interface PhraseWords {
  readonly lists: WordLists;
  readonly kinds: Readonly<
    Record<
      'makers' | 'products' | 'productsBefore' | 'notProducts' | 'units' | 'plainWords',
      number
    >
  >;
  isTool(word: string): boolean;
  isName(word: string): boolean;
  isKnownList(list: number): boolean;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly found: readonly FoundWords[];
  /** Index of the name. */
  readonly at: number;
  readonly isProduct: boolean;
  /** Where the name with its product begins and ends. */
  readonly productStart: number;
  readonly productEnd: number;
  /** Where the known words around the name begin and end. */
  readonly start: number;
  readonly end: number;
  /** Whether it is the name, at most with `lab`, and nothing else. */
  readonly isNameAlone: boolean;
  /** How many words are neither the product nor about its sale. */
  readonly otherWords: number;
}

/** Numbers of more digits are years, item numbers and versions. */
const longestQuantity = 3;
/** Letters that make one word where a script has no spaces, for counting. */
const lettersPerWord = 2;

export const isQuantity = (word: string | undefined): boolean =>
  word !== undefined && isNumber(word) && word.length <= longestQuantity;

/** How many words of a list stand at an index; 0 for none. */
function lengthAt(found: readonly FoundWords[], list: number, at: number): number {
  return found.reduce(
    (most, one) => (one.list === list && one.at === at ? Math.max(most, one.length) : most),
    0,
  );
}

function lengthBefore(found: readonly FoundWords[], list: number, end: number): number {
  return found.reduce(
    (most, one) =>
      one.list === list && one.at + one.length === end ? Math.max(most, one.length) : most,
    0,
  );
}

/** Null where the name is misspelled and no product says that it is this name. */
export function phraseAround(
  named: NamedWords,
  vocabulary: PhraseWords,
  found: readonly FoundWords[],
): Phrase | null {
  const { words, at, isMisspelled } = named;
  const { kinds } = vocabulary;
  let after = at + 1;
  while (lengthAt(found, kinds.makers, after) > 0) after += 1;
  const isOtherThing = lengthAt(found, kinds.notProducts, after) > 0;
  let productEnd = after;
  if (!isOtherThing) {
    for (
      let more = lengthAt(found, kinds.products, productEnd);
      more > 0;
      more = lengthAt(found, kinds.products, productEnd)
    )
      productEnd += more;
  }
  const before = isOtherThing ? 0 : lengthBefore(found, kinds.productsBefore, at);
  const isProduct = productEnd > after || before > 0 || vocabulary.isTool(words[at] ?? '');
  if (isMisspelled && !isProduct) return null;
  const known = knownWords(words, at, found, vocabulary);
  let start = at - before;
  let end = productEnd;
  while (start > 0 && known[start - 1]) start -= 1;
  while (end < words.length && known[end]) end += 1;
  return {
    words,
    found,
    at,
    isProduct,
    productStart: at - before,
    productEnd: isProduct ? productEnd : at + 1,
    start,
    end,
    isNameAlone: at === 0 && after === words.length,
    otherWords: countOthers(words, at, known, vocabulary),
  };
}

function knownWords(
  words: readonly string[],
  at: number,
  found: readonly FoundWords[],
  vocabulary: PhraseWords,
): readonly boolean[] {
  // After a number comes a unit, in any language.
  const known = words.map(
    (word, place) =>
      place === at ||
      vocabulary.isName(word) ||
      word.length === 1 ||
      isNumber(word) ||
      isQuantity(words[place - 1]),
  );
  for (const { list, at: start, length } of found) {
    if (!vocabulary.isKnownList(list)) continue;
    for (let place = start; place < start + length; place += 1) known[place] = true;
  }
  return known;
}

function countOthers(
  words: readonly string[],
  at: number,
  known: readonly boolean[],
  vocabulary: PhraseWords,
): number {
  return words.reduce((count, word, place) => {
    if (place === at || vocabulary.isName(word)) return count;
    if (isUnspaced(word))
      return (
        count + Math.ceil(Math.max(0, vocabulary.lists.lettersOutside(word) - 1) / lettersPerWord)
      );
    return known[place] ? count : count + 1;
  }, 0);
}
