import { normalizeText } from './normalize.ts';

export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const excerptLength = 150;
/** How much stands before the first word that fits. */
const lead = 40;

/** The text in pieces, those words marked that fit. */
export function marked(text: string, words: ReadonlySet<string>, language: string): Piece[] {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isHit: words.has(normalizeText(piece, language)) }));
}

/** A stretch of a longer text around its first word that fits, cut between words. */
export function excerpt(text: string, words: ReadonlySet<string>, language: string): Piece[] {
  const pieces = marked(text, words, language);
  let before = 0;
  let first = Math.max(
    0,
    pieces.findIndex(({ isHit }) => isHit),
  );
  while (first > 0 && before < lead) before += pieces[--first]?.text.length ?? 0;
  let length = 0;
  let end = first;
  while (end < pieces.length && length < excerptLength) length += pieces[end++]?.text.length ?? 0;
  const ellipsis = { text: '…', isHit: false };
  return [
    ...(first > 0 ? [ellipsis] : []),
    ...pieces.slice(first, end),
    ...(end < pieces.length ? [ellipsis] : []),
  ];
}
