// Which way a language is read, and how a piece in another direction stands in a sentence without turning its parts round (Unicode's UAX #9).

const rightToLeft = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

export function textDirection(language: string): 'ltr' | 'rtl' {
  const [base = ''] = language.toLowerCase().split(/[-_]/);
  return rightToLeft.has(base) ? 'rtl' : 'ltr';
}

/** Letters that are read from the right, and signs that turn what follows round. */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A piece to be put into text of a language: between the signs for "read this by itself" (FSI and PDI) where its direction may not be the
 * text's. A list of pieces that were isolated one by one stays a part of its sentence.
 */
export function isolated(piece: string, language: string): string {
  if (
    textDirection(language) === 'ltr'
      ? !turning.test(piece)
      : piece === '' || /^\u2068.*\u2069$/s.test(piece)
  )
    return piece;
  return `\u2068${piece}\u2069`;
}

/** Without those signs: what is copied or saved may be searched and compared, and nobody sees them there. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
