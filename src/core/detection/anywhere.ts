// Rules of any host. Most inputs bear none of the words that these ask for, which one look tells.
import type { CompiledRule } from './compiled-rule.ts';
import type { Evidence } from './conditions.ts';
import type { Context } from './schema.ts';

export interface Anywhere {
  /** Highest rank first, then by id. `needsName`: can't fit unless `mayHold` says so. */
  readonly rules: readonly { readonly rule: CompiledRule; readonly needsName: boolean }[];
  mayHold(evidence: Evidence): boolean;
}

/** Words of which the rule needs at least one; null where it may fit without any. */
function neededWords({ hostHas, subdomainHas, pathHas, anyHas, queryHas, titleHas, fileHas }: CompiledRule): readonly string[] | null {
  return anyHas ?? pathHas ?? hostHas ?? subdomainHas ?? queryHas ?? titleHas ?? fileHas ?? null;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export function anywhere(rules: readonly CompiledRule[], context: Context): Anywhere {
  const sorted = rules
    .filter((rule) => rule.on.includes(context))
    .sort((one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1))
    .map((rule) => ({ rule, needsName: neededWords(rule) !== null }));
  const words = [...new Set(sorted.flatMap(({ rule }) => neededWords(rule) ?? []))];
  // Plain words, escaped: one pass instead of one for each word, and in linear time.
  const oneOf = words.length > 0 ? new RegExp(words.map(escaped).join('|')) : null;
  return {
    rules: sorted,
    mayHold({ host, path, query, title, fileName }) {
      if (!oneOf) return false;
      // A path ends in a slash for the rules, so its words may; `\n` stands in no address.
      return oneOf.test(`${host}\n${path}/\n${query}\n${title}\n${fileName === '' ? '' : fileName.toLowerCase()}`);
    },
  };
}
