// Walks a parsed advisory generically, so that new fields are checked automatically.
import { isRecord } from '../../base/records.ts';

interface Visited {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Yields every object of the document with its path (`deadlines.3`), parents first. */
export function* eachObject(value: unknown, path = ''): Generator<Visited> {
  if (isRecord(value)) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* eachObject(child, path === '' ? key : `${path}.${key}`);
}
