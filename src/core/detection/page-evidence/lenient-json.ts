// JSON as pages really write it. Search engines read these slips too: line breaks inside strings, commas too many,
// comments, wrappers from the days of XHTML, quotes as entities, a semicolon at the end, signs that aren't seen,
// values that only JavaScript knows, several values in one place.
import { failure, success, type Result } from '../../base/result.ts';

/** Strings, which are mended, and what JSON doesn't know, which is left out. No longer look ahead than this: a page may be all commas. */
const pieces =
  /"(?:[^"\\]|\\[^])*"|\/\*[^]*?\*\/|\/\/[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>|,(?=\s{0,99}[,}\]])|;|[^\P{C}\s]|[\ufeff\u00a0]|undefined|NaN|[}\]](?=\s{0,99}[{[])/gu;

/** Escapes of JavaScript that JSON lacks stand for the letter itself. */
const mendString = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]/gu, ' ')
    .replace(/\\(["\\/bfnrt]|u[\da-f]{4})|\\/gi, (escape, known: string | undefined) =>
      known ? escape : '',
    );

function mended(piece: string): string {
  if (piece.startsWith('"')) return mendString(piece);
  if (piece === '}' || piece === ']') return `${piece},`;
  return piece === 'undefined' || piece === 'NaN' ? 'null' : '';
}

function repaired(text: string): string {
  const source = text.includes('"')
    ? text
    : text.replace(/&(?:quot|#34|#x22);/gi, '"').replaceAll('&amp;', '&');
  return source.replace(pieces, mended);
}

/** The value, or that there is none. */
export function parseLenientJson(text: string): Result<unknown, null> {
  const attempts = [() => text, () => repaired(text), () => `[${repaired(text)}]`];
  for (const attempt of attempts) {
    try {
      return success(JSON.parse(attempt()) as unknown);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
    }
  }
  return failure(null);
}
