// How hard a text is to read: for English the U.S. school grade by Flesch and Kincaid, for Spanish
// the ease by Fernández Huerta.
import { syllable } from 'syllable';
import { sentencesOf } from './advisory-texts.ts';

export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-.,]*(?<![.,'’-])/gu) ?? [];

/** Numbers count as one syllable in the standard tools, and so does an abbreviation's letter. */
const isNumber = (word: string) => /^\p{N}/u.test(word);

function englishSyllables(word: string): number {
  if (word === 'U.S') return 2;
  return isNumber(word) ? 1 : Math.max(1, syllable(word.replaceAll('’', "'")));
}

/**
 * Each strong vowel makes a syllable; a weak one next to another vowel joins it, unless it has the
 * accent.
 */
function spanishSyllables(word: string): number {
  if (isNumber(word)) return 1;
  const spoken = word
    .toLowerCase()
    .replaceAll(/([gq])u(?=[eéií])/gu, '$1')
    .replaceAll(/y(?![aeiouáéíóú])/gu, 'i');
  let count = 0;
  for (const [group] of spoken.matchAll(/[aeiouáéíóúü]+/gu)) {
    const vowels = [...group];
    count += 1;
    for (let place = 1; place < vowels.length; place += 1) {
      const pair = `${vowels[place - 1] ?? ''}${vowels[place] ?? ''}`;
      if (
        !/^(?:[iuü][aeoáéóiuíú]|[aeoáéó][iuü])$/u.test(pair) ||
        /^(?:í|ú)|(?:[aeo][íú])$/u.test(pair)
      )
        count += 1;
    }
  }
  return Math.max(1, count);
}

function counted(text: string, syllables: (word: string) => number): Counts {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllables(word), 0),
  };
}

export const countEnglish = (text: string): Counts => counted(text, englishSyllables);
export const countSpanish = (text: string): Counts => counted(text, spanishSyllables);

/** Words of each sentence of a text. */
export const sentenceLengths = (text: string): number[] =>
  sentencesOf(text).map((sentence) => wordsOf(sentence).length);

/**
 * A short sentence after another one, with which it would still make one of normal length: most
 * likely cut off from it.
 */
export const isStub = (words: number, place: number, lengths: readonly number[]): boolean =>
  words < 8 && words + (lengths[place - 1] ?? Infinity) <= 20;

/**
 * Each stub counted as part of the sentence before it. Every formula of reading ease falls with
 * each full stop, so that a text chopped into pieces scores as easy though it reads worse; so
 * counted, a cut earns nothing.
 */
export function rejoined(text: string, counts: Counts): Counts {
  return { ...counts, sentences: counts.sentences - sentenceLengths(text).filter(isStub).length };
}

export function together(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { sentences, words, syllables }) => ({
      sentences: sum.sentences + sentences,
      words: sum.words + words,
      syllables: sum.syllables + syllables,
    }),
    { sentences: 0, words: 0, syllables: 0 },
  );
}

/** U.S. school grade (Kincaid and others 1975): 10 is read without effort at fifteen. */
export function gradeOf({ sentences, words, syllables }: Counts): number {
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
}

/** Ease from 0 to 100 (Fernández Huerta 1959): 60 to 70 is normal prose, 50 to 60 somewhat hard. */
export function easeOf({ sentences, words, syllables }: Counts): number {
  return 206.84 - (60 * syllables) / words - (1.02 * words) / sentences;
}
