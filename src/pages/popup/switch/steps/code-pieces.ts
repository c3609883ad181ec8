export interface CodePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** The text in pieces, apart from each other what a computer reads (commands, paths, names of files) and what people read. */
export function codePieces(text: string, code: readonly string[]): readonly CodePiece[] {
  if (code.length === 0) return [{ text, isCode: false }];
  // Of two that begin at one place the longer one is meant.
  const patterns = code
    .toSorted((one, other) => other.length - one.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return text
    .split(new RegExp(`(${patterns.join('|')})`))
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
