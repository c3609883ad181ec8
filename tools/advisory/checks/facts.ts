// Every fact of an advisory with its path of ids: everything that has sources, except the sources
// themselves.
import type { Advisory } from '../../../src/core/advisory/schema.ts';
import type { Source } from '../../../src/core/advisory/statement-schema.ts';

export interface Fact {
  /** Such as `ban.summary.two-steps`. */
  readonly place: string;
  /** Ids. */
  readonly sources: readonly string[];
  /** Why no official text is among them, if the document says so. */
  readonly noOfficial: string | null;
  /** Whose date a deadline is; absent for a step. */
  readonly kind: string | null;
}

const textOf = (value: object, key: string): string | null => {
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : null;
};

const textsOf = (value: object, key: string): string[] => {
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
};

function* factsIn(value: unknown, place: string): Generator<Fact> {
  if (typeof value !== 'object' || value === null) return;
  if ('sources' in value) {
    yield {
      place,
      sources: textsOf(value, 'sources'),
      noOfficial: textOf(value, 'noOfficial'),
      kind: textOf(value, 'kind'),
    };
  }
  if ('noteSources' in value)
    yield {
      place: `${place}.note`,
      sources: textsOf(value, 'noteSources'),
      noOfficial: null,
      kind: null,
    };
  for (const [key, item] of Object.entries(value)) {
    const id =
      Array.isArray(value) && typeof item === 'object' && item !== null
        ? (textOf(item, 'id') ?? textOf(item, 'label'))
        : null;
    yield* factsIn(item, `${place}${place === '' ? '' : '.'}${id ?? key}`);
  }
}

export function factsOf({ sources: _, ...statements }: Advisory): Fact[] {
  return [...factsIn(statements, '')];
}

/** Looks sources up by their ids. */
export function sourcesById(advisory: Advisory): ReadonlyMap<string, Source> {
  return new Map(advisory.sources.map((source) => [source.id, source]));
}
