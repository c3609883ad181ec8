// Rules of any host. Most inputs bear none of the words that these ask for, which one look tells.
import type { CompiledRule } from './compiled-rule.ts';
import type { Evidence } from './conditions.ts';
import type { Context } from './schema.ts';

export interface Anywhere {
  /** Highest rank first, then by id. `needsName`: can't fit unless `mayHold` says so. */
  readonly rules: readonly { readonly rule: CompiledRule; readonly needsName: boolean }[];
  mayHold(evidence: Evidence): boolean;
}

/** Without the words that hold another one: who finds `ab` needn't look for `abc`. */
function shortest(words: readonly string[]): string[] {
  const unique = [...new Set(words)];
  return unique.filter((word) => !unique.some((other) => other !== word && word.includes(other)));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export function anywhere(rules: readonly CompiledRule[], context: Context): Anywhere {
  const sorted = rules
    .filter((rule) => rule.on.includes(context))
    .sort((one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1))
    .map((rule) => ({ rule, needsName: rule.neededWords() !== null }));
  const words = shortest(sorted.flatMap(({ rule }) => rule.neededWords() ?? []));
  // Plain words, escaped: one pass instead of one for each word, and in linear time.
  const oneOf = words.length > 0 ? new RegExp(words.map(escaped).join('|')) : null;
  return {
    rules: sorted,
    mayHold({ host, path, query, title, fileName }) {
      if (!oneOf) return false;
      if (oneOf.test(host)) return true;
      // The rules take a path to end in a slash, so their words may; most pages are a host and little else.
      if (path.length > 1 && oneOf.test(path.endsWith('/') ? path : `${path}/`)) return true;
      return (query !== '' && oneOf.test(query)) || (title !== '' && oneOf.test(title)) || (fileName !== '' && oneOf.test(fileName.toLowerCase()));
    },
  };
}
