/** `+5`, `−8`, `0`, with the reader's digits and signs. */
export function signedNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(value);
}
