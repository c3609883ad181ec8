// Every text of an advisory with the place where it stands, in one language.

function textsIn(value: unknown, place: string, language: string): [place: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && typeof value.en === 'string') {
    const text: unknown = Object.entries(value).find(([key]) => key === language)?.[1];
    return [[place, typeof text === 'string' ? text : '']];
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const named = Array.isArray(value) && typeof item === 'object' && item !== null ? item : {};
    const id =
      'id' in named && typeof named.id === 'string'
        ? named.id
        : 'label' in named && typeof named.label === 'string'
          ? named.label
          : key;
    return textsIn(item, place === '' ? id : `${place}.${id}`, language);
  });
}

/** By place, such as `ban.headline.text` or `questions.updates.answer`: entries of lists by their id. An absent text is empty. */
export function advisoryTexts(advisory: unknown, language: string): ReadonlyMap<string, string> {
  return new Map(textsIn(advisory, '', language));
}

const abbreviations = /\b(?:U\.S\.|EE\.\sUU\.|Inc\.|D\.C\.|Pub\. L\.)/g;

/** Sentences of a text; an abbreviation ends none, except where a capital letter begins after it. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(abbreviations, (found, place: number) =>
      /^ \p{Lu}(?:\p{Ll}| )/u.test(text.slice(place + found.length))
        ? found
        : found.replaceAll('.', '\u2024'),
    )
    .split(/(?<=[.!?])\s+/u)
    .map((sentence) => sentence.replaceAll('\u2024', '.').trim())
    .filter(Boolean);
}
