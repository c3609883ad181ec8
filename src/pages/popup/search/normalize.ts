import { withoutIsolates } from '../../../core/i18n/bidi.ts';

/** Lower case without accents, and without the signs around what keeps its own direction, as people type when they are looking for something. */
export function normalizeText(text: string, language: string): string {
  return withoutIsolates(text).normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
}

/** Whether the text holds every word that is looked for, in any order. */
export function matchesWords(text: string, wanted: string, language: string): boolean {
  const ground = normalizeText(text, language);
  return normalizeText(wanted, language)
    .split(/\s+/u)
    .every((word) => ground.includes(word));
}
