/** Lower case without accents, as people type when they are looking for something. */
export function plain(text: string, language: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
}
