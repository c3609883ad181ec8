import type { Text } from './text.ts';

/** Sentences one after the other, in each language that all of them have. */
export function joinTexts(texts: readonly Text[], otherwise: Text): Text {
  const [first] = texts;
  if (!first) return otherwise;
  const languages = Object.keys(first).filter((language) =>
    texts.every((text) => Object.hasOwn(text, language)),
  );
  const joined = Object.fromEntries(
    languages.map((language) => [language, texts.map((text) => text[language]).join(' ')]),
  );
  return { ...joined, en: texts.map(({ en }) => en).join(' ') };
}
