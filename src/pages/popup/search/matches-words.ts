import { normalizeText } from './normalize.ts';

/** Whether the text holds every word that is looked for, in any order. */
export function matchesWords(text: string, wanted: string, language: string): boolean {
  const ground = normalizeText(text, language);
  return normalizeText(wanted, language)
    .split(/\s+/u)
    .every((word) => ground.includes(word));
}
