import type { Text } from './text.ts';

/** Sentences one after the other, in each language that all of them have. */
export function joinTexts(texts: readonly Text[], otherwise: Text): Text {
  const [first, ...others] = texts;
  if (!first) return otherwise;
  const joined = Object.entries(first).filter(([language]) =>
    others.every((text) => Object.hasOwn(text, language)),
  );
  for (const entry of joined) for (const text of others) entry[1] += ` ${text[entry[0]] ?? ''}`;
  return { en: first.en, ...Object.fromEntries(joined) };
}
