/** The words of something thrown. */
export function failureText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
