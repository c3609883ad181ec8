// The subject's name among words: whole, joined to other words ("kasperskyantivirus"), or one slip
// away ("kapersky").
import { isWithinOneSlip } from '../matching/lookalike.ts';
import { intactPieces, minSlippedLength } from './intact-pieces.ts';
import { fold, isPlain, isUnspaced } from '../matching/words.ts';

export interface NamedWords {
  /** The words, with what was joined to the name split off. */
  readonly words: readonly string[];
  /** Index of the name. */
  readonly at: number;
  readonly isMisspelled: boolean;
}

/** Russian and other endings of a name ("касперского") are no words of their own. */
const longestEnding = 3;
const longestWord = 20;

export class NameFinder {
  /** All names at once, and for words of plain letters what one of them must hold. */
  readonly #pattern: RegExp;
  readonly #beginnings: readonly string[];
  readonly #slipped: readonly string[];
  /** After one slip the first or the last letters of a name are left. */
  readonly #intact: readonly string[];
  readonly #otherNames: readonly string[];

  /** `otherNames` are names of people and places that are near. */
  constructor(
    names: readonly string[],
    otherNames: readonly string[],
    misspellings: readonly string[] = [],
  ) {
    // The longest first: "kasperskogo" is not "kaspersk" and a rest.
    const folded = names.map(fold).sort((one, other) => other.length - one.length);
    const plain = folded.filter((name) => /^[a-z]+$/.test(name));
    this.#beginnings = [...new Set(plain.map((name) => name.slice(0, 4)))];
    const letters = folded.map((name) => name.replace(/\P{L}/gu, '')).filter(Boolean);
    this.#pattern = new RegExp(letters.join('|') || '(?!)', 'u');
    this.#slipped = [...folded, ...misspellings].filter(
      (name) => name.length >= minSlippedLength && /^[a-z]+$/.test(name),
    );
    this.#intact = intactPieces(this.#slipped);
    this.#otherNames = otherNames;
  }

  /** The first name at or after `from`; null if there is none. */
  find(words: readonly string[], from = 0): NamedWords | null {
    for (let at = from; at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (word.length < 4) continue;
      const parts = this.#split(word);
      if (parts) {
        const { before, name, after } = parts;
        if (name === word) return { words, at, isMisspelled: false };
        const all = [...words.slice(0, at), ...before, name, ...after, ...words.slice(at + 1)];
        return { words: all, at: at + before.length, isMisspelled: false };
      }
      if (this.#isSlip(word)) return { words, at, isMisspelled: true };
    }
    return null;
  }

  /**
   * Whether a text may hold the name, whole or one slip away; a look at the words around what a
   * slip leaves of it.
   */
  mayBeIn(text: string): boolean {
    if (this.#mayBeWhole(text) && this.#pattern.test(text)) return true;
    return this.#intact.some((piece) => {
      for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
        const before = /[a-z]*$/.exec(text.slice(Math.max(0, at - longestWord), at))?.[0] ?? '';
        const rest = /^[a-z]*/.exec(text.slice(at, at + longestWord))?.[0] ?? '';
        if (this.#isSlip(before + rest)) return true;
      }
      return false;
    });
  }

  #mayBeWhole(text: string): boolean {
    for (const start of this.#beginnings) if (text.includes(start)) return true;
    return !isPlain(text);
  }

  #split(
    word: string,
  ): { before: readonly string[]; name: string; after: readonly string[] } | null {
    const match = this.#mayBeWhole(word) ? this.#pattern.exec(word) : null;
    if (!match) return null;
    const [name] = match;
    const rest = word.slice(match.index + name.length);
    const isEnding = name > '\x7f' && !isUnspaced(name) && rest.length <= longestEnding;
    return {
      before: match.index > 0 ? [word.slice(0, match.index)] : [],
      name,
      after: rest === '' || isEnding ? [] : [rest],
    };
  }

  /** People also write the first letter as they hear it. */
  #isSlip(word: string): boolean {
    const first = word.charAt(0);
    if ((first !== 'k' && first !== 'c') || word.length < minSlippedLength - 1) return false;
    if (this.#otherNames.some((other) => word.startsWith(other))) return false;
    return this.#slipped.some((name) => isWithinOneSlip(name, word));
  }
}
