import { plain } from './normalize.ts';

/** Whether the text holds every word that is looked for, in any order. */
export function holdsWords(text: string, wanted: string, language: string): boolean {
  const ground = plain(text, language);
  return plain(wanted, language).split(/\s+/u).every((word) => ground.includes(word));
}
