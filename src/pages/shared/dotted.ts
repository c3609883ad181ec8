/** Several short facts in one line; the dot stays with what stands before it, so that no line begins with one. */
export function dotted(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}
