/**
 * Joins short facts on one line. The dot sticks to the fact before it, so that no line starts with
 * one.
 */
export function dotted(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}
