import { withoutIsolates } from '../../../core/i18n/bidi.ts';

/** Lower case without accents, and without the signs around what keeps its own direction, as people type when they are looking for something. */
export function normalizeText(text: string, language: string): string {
  return withoutIsolates(text).normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
}
