// Text direction, and isolating inserted text so that it can't reorder the sentence around it (UAX
// #9).

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

/** Right-to-left letters, and characters that change the direction of what follows. */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Wraps an inserted value in FSI and PDI if its direction may differ from the text's. Lists whose
 * items were isolated one by one stay as they are.
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

/**
 * Removes isolates from text to be copied or saved, where they would break searching and comparing.
 */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
