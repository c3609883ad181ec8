/** Signs that only tell a direction: a word is the same with them and without. */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Lower case without accents, as people type when they are looking for something. */
export function plain(text: string, language: string): string {
  return text.replace(directions, '').normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
}
