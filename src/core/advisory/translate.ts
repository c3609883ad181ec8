import { pickLanguage } from '../say.ts';
import type { Text } from './text.ts';

/** The text in the reader's language, else in its nearest relative, else in English. */
export function translate(text: Text, language: string): string {
  const languages = new Map(Object.entries(text));
  return languages.get(pickLanguage(language, [...languages.keys()])) ?? text.en;
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'iw', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function textDirection(language: string): 'ltr' | 'rtl' {
  const [base = ''] = language.toLowerCase().split(/[-_]/);
  return rightToLeft.has(base) ? 'rtl' : 'ltr';
}
