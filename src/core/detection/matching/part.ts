/**
 * The parts that a rule can ask for words in. `folders` is the path, taken to end in a slash; `hostWords`, `pathWords` and
 * `titleWords` are for whole words.
 */
export type Part =
  | 'host'
  | 'subdomain'
  | 'folders'
  | 'query'
  | 'title'
  | 'file'
  | 'hostWords'
  | 'pathWords'
  | 'titleWords';

/** Numbers for parts: where a verdict is made, a look-up by name costs more than what it finds. */
export const partPlaces = {
  host: 0,
  subdomain: 1,
  folders: 2,
  query: 3,
  title: 4,
  file: 5,
  hostWords: 6,
  pathWords: 7,
  titleWords: 8,
} as const satisfies Record<Part, number>;

/** Whatever a subdomain holds, the host holds. */
export const partBits: Readonly<Record<Part, number>> = {
  host: 1,
  subdomain: 1,
  folders: 2,
  query: 4,
  title: 8,
  file: 16,
  hostWords: 32,
  pathWords: 64,
  titleWords: 128,
};

/** Where a word may stand anywhere. */
export const anyParts = ['host', 'folders', 'title'] as const satisfies readonly Part[];

/** Where the words that rules need are sought. */
export const soughtParts = [
  'host',
  'folders',
  'query',
  'title',
  'file',
] as const satisfies readonly Part[];
export type SoughtPart = (typeof soughtParts)[number];
