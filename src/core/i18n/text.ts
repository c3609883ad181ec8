import * as v from 'valibot';

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
