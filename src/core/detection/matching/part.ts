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
