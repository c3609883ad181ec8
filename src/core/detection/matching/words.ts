// A text as words in their plainest spelling, so that a list needs one form of each: lower case, no
// accents, digits apart from letters ("1pc" is "1", "pc").

/** Letters that people replace by plain ones, though Unicode does not see an accent in them. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** Whether all letters are ASCII's. */
export const isPlain = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Removes accents and other marks. The text must be in lower case. */
export function fold(text: string): string {
  if (isPlain(text)) return text;
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
  return plain.replace(/[ıłđøæœß]/g, (letter) => plainLetters[letter] ?? letter);
}

const [none, letter, digit] = [0, 1, 2];
/** The role of each ASCII character in a word; other scripts use Unicode's classes. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const text = String.fromCharCode(code);
  return /[a-z]/.test(text) ? letter : /\d/.test(text) ? digit : none;
});

/**
 * The words and numbers of a folded text, in order. Letter by letter, which is quicker than an
 * expression.
 */
export function wordsOf(folded: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  let kind: number = none;
  for (let place = 0; place <= folded.length; place += 1) {
    const code = place < folded.length ? folded.charCodeAt(place) : 0;
    if (code > 127) return folded.match(/\p{L}+|\p{N}+/gu) ?? [];
    const next = kinds[code] ?? none;
    if (next === kind) continue;
    if (kind !== none) words.push(folded.slice(start, place));
    start = place;
    kind = next;
  }
  return words;
}

export function isNumber(word: string): boolean {
  return word >= '0' && word < ':';
}

const unspacedLetters = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * Whether the text is in a script that puts no spaces between words: Chinese, Japanese, Korean
 * (partly), Thai.
 */
export function isUnspaced(text: string): boolean {
  return unspacedLetters.test(text);
}

/** A text with a slash around each of its words, in which a whole word can be sought as a part. */
export function slashedWords(text: string): string {
  return `/${wordsOf(fold(text)).join('/')}/`;
}

/** A search term: `word` is a whole word, `wor*` a beginning, `two words` a sequence. */
export function soughtWords(entry: string): string {
  const folded = fold(entry);
  if (isUnspaced(folded)) return folded;
  const words = wordsOf(folded).join('/');
  return entry.endsWith('*') ? `/${words}` : `/${words}/`;
}
