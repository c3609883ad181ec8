/** Windows delivers lists and maps as one JSON string; other platforms as real values. */
export function unwrapJson(raw: unknown, opening: string): unknown {
  if (typeof raw !== 'string' || !raw.trimStart().startsWith(opening)) return raw;
  try {
    return JSON.parse(raw) as unknown;
  } catch (error) {
    // Not JSON; the type check that follows reports it.
    return error instanceof SyntaxError ? raw : undefined;
  }
}
