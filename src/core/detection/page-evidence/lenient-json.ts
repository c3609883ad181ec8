// JSON as pages really write it. Search engines read these slips too: line breaks inside strings, commas before a closing bracket,
// comments, wrappers from the days of XHTML, quotes as entities, a semicolon at the end.
import { failure, success, type Result } from '../../base/result.ts';

/** Strings, which are mended, and what JSON doesn't know, which is left out. No longer look ahead than this: a page may be all commas. */
const pieces =
  /"(?:[^"\\]|\\[^])*"|\/\*[^]*?\*\/|\/\/[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>|,(?=[,\s]{0,99}[}\]])|;/g;

/** Escapes of JavaScript that JSON lacks stand for the letter itself. */
const mendString = (text: string): string =>
  text
    .replace(/\s/g, ' ')
    .replace(/\\(["\\/bfnrtu])|\\/g, (escape, known: string | undefined) => (known ? escape : ''));

function repaired(text: string): string {
  const source = text.includes('"')
    ? text
    : text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return source.replace(pieces, (piece) => (piece.startsWith('"') ? mendString(piece) : ''));
}

/** The value, or that there is none. */
export function parseLenientJson(text: string): Result<unknown, null> {
  for (const attempt of [text, repaired(text)]) {
    try {
      return success(JSON.parse(attempt) as unknown);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
    }
  }
  return failure(null);
}
