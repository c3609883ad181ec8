// Search that forgives: half words, typing errors, other accents. Its library comes only when somebody searches.
import MiniSearch from 'minisearch';
import type { SearchEntry } from './search-entries.ts';
import { normalizeText } from './normalize.ts';

export interface Hit {
  readonly entry: SearchEntry;
  /** Words of the entry that fit, in plain form. */
  readonly words: ReadonlySet<string>;
}

export type Find = (wanted: string) => readonly Hit[];

const mostHits = 30;
/** One error for about each four letters; a short word must be right. */
const tolerance = (word: string) => (word.length < 4 ? false : 0.25);

export function finder(entries: readonly SearchEntry[], language: string): Find {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<SearchEntry>({
    fields: ['title', 'text'],
    processTerm: (word) => normalizeText(word, language),
    searchOptions: {
      prefix: true,
      fuzzy: tolerance,
      boost: { title: 2 },
      weights: { fuzzy: 0.2, prefix: 0.6 },
    },
  });
  index.addAll(entries);
  return (wanted) => {
    // All words if there is such an entry; else what holds the most of them.
    const all = index.search(wanted, { combineWith: 'AND' });
    const results = all.length > 0 ? all : index.search(wanted);
    return results.slice(0, mostHits).flatMap(({ id, match }) => {
      const entry = byId.get(String(id));
      return entry ? [{ entry, words: new Set(Object.keys(match)) }] : [];
    });
  };
}
