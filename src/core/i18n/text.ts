// Texts of the advisory in several languages.
import * as v from 'valibot';
import { isolated, textDirection } from './bidi.ts';
import { pickLanguage } from './messages.ts';

/** BCP 47 language tag as the advisory uses it: `en`, `es`, `pt-BR`. */
export const LanguageSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag'),
);

const SentenceSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.maxLength(4000),
);

/** A text in several languages; English is always there. */
export const TextSchema = v.objectWithRest({ en: SentenceSchema }, SentenceSchema);

export type Text = v.InferOutput<typeof TextSchema>;

export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'must be an id: a-z, 0-9, dot, hyphen'),
);

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
