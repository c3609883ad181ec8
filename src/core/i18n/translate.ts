import { isolated, textDirection } from './bidi.ts';
import { pickLanguage } from './messages.ts';
import type { Text } from './text.ts';

/**
 * The text in the reader's language, else in the closest one, else in English, isolated if its
 * direction differs.
 */
export function translate(text: Text, language: string): string {
  const languages = new Map(Object.entries(text));
  const spoken = pickLanguage(language, [...languages.keys()]);
  const words = languages.get(spoken) ?? text.en;
  return textDirection(spoken) === textDirection(language) ? words : isolated(words, language);
}
