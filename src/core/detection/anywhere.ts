// Rules of any host. Most inputs bear none of the words that these ask for; where they do, only the rules that ask for them are tried.
import type { CompiledRule } from './compiled-rule.ts';
import type { Evidence, Inspection } from './evidence.ts';
import type { Context } from './schema.ts';
import { WordScanner } from './words.ts';

const none: readonly number[] = [];

/** Where the words that rules need are sought; whatever a subdomain holds, the host holds. */
const soughtParts = ['host', 'folders', 'query', 'title', 'file'] as const;
type SoughtPart = (typeof soughtParts)[number];

/** The rules of one context, ready to be asked. */
export class Anywhere {
  /** Highest rank first, then by id: the first that fits is the best of them. */
  readonly #rules: readonly CompiledRule[];
  /** Places of the rules that may fit without any word, and of those that do so where the host bears other letters. */
  readonly #always: readonly number[];
  readonly #onOddHosts: readonly number[];
  /** Seeks only what these rules need: far fewer words than all conditions have, and none of them in most addresses. */
  readonly #scanner = new WordScanner();
  /** For each part, the places of rules by the number of the word that they need there. */
  readonly #needing: Readonly<Record<SoughtPart, number[][]>> = { host: [], folders: [], query: [], title: [], file: [] };

  constructor(rules: readonly CompiledRule[], context: Context) {
    this.#rules = rules
      .filter((rule) => rule.on.includes(context))
      .sort((one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1));
    const always: number[] = [];
    const onOddHosts: number[] = [];
    this.#rules.forEach((rule, place) => {
      const { needs } = rule;
      if (needs === null) always.push(place);
      if (needs === null || rule.readsOddHosts) onOddHosts.push(place);
      for (const part of soughtParts) {
        if (!needs?.parts.includes(part)) continue;
        for (const id of this.#scanner.add(needs.words)) (this.#needing[part][id] ??= []).push(place);
      }
    });
    this.#always = always;
    this.#onOddHosts = onOddHosts;
  }

  /** The first of the candidates that fits and ranks above `rank`. */
  best(candidates: readonly number[], inspection: Inspection, rank: number): { readonly rule: CompiledRule; readonly specificity: 0; readonly matched: string } | null {
    for (const place of candidates) {
      const rule = this.#rules[place];
      if (!rule || rule.rank <= rank) break;
      const matched = rule.matchedPart(inspection);
      if (matched !== null) return { rule, specificity: 0, matched };
    }
    return null;
  }

  /** Places of the rules worth asking, in their order. */
  candidates({ host, isOddHost, path, query, title, fileName }: Evidence): readonly number[] {
    const usual = isOddHost ? this.#onOddHosts : this.#always;
    const scanner = this.#scanner;
    const { host: byHost, folders, query: byQuery, title: byTitle, file } = this.#needing;
    let places = withNeeding(usual, null, scanner.find(host), byHost);
    const inPath = path.length > 1 ? scanner.find(path, true) : none;
    if (inPath.length > 0) places = withNeeding(usual, places, inPath, folders);
    if (query !== '') places = withNeeding(usual, places, scanner.find(query), byQuery);
    if (title !== '') places = withNeeding(usual, places, scanner.find(title), byTitle);
    if (fileName !== '') {
      // Mostly the path's last part, which was searched with it.
      const name = fileName.toLowerCase();
      places = withNeeding(usual, places, path.endsWith(name) ? inPath : scanner.find(name), file);
    }
    return places === null ? usual : places.sort((one, other) => one - other);
  }
}

/** `places` and those that need one of the words found; made from the usual ones when there is a first. */
function withNeeding(usual: readonly number[], places: number[] | null, found: readonly number[], needing: readonly (readonly number[] | undefined)[]): number[] | null {
  let all = places;
  for (const id of found) {
    for (const place of needing[id] ?? none) if (!all?.includes(place)) (all ??= [...usual]).push(place);
  }
  return all;
}
