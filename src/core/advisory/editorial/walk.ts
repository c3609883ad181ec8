// Walks a parsed advisory generically, so that new fields are checked automatically.

export interface Visited {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Yields every object of the document with its path (`deadlines.3`), parents first. */
export function* eachObject(value: unknown, path = ''): Generator<Visited> {
  if (isRecord(value)) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* eachObject(child, path === '' ? key : `${path}.${key}`);
}
