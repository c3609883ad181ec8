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

  /** For each rule the turn in which it was marked last: telling what is there twice, and their order, without a search. */
  readonly #marks: Float64Array;
  #turn = 0;

  constructor(rules: readonly CompiledRule[], context: Context) {
    this.#rules = rules
      .filter((rule) => rule.on.includes(context))
      .sort((one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1));
    this.#marks = new Float64Array(this.#rules.length);
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
    this.#turn += 1;
    let isAny = this.#mark(scanner.find(host), byHost);
    const inPath = path.length > 1 ? scanner.find(path, true) : none;
    if (inPath.length > 0) isAny = this.#mark(inPath, folders) || isAny;
    if (query !== '') isAny = this.#mark(scanner.find(query), byQuery) || isAny;
    if (title !== '') isAny = this.#mark(scanner.find(title), byTitle) || isAny;
    if (fileName !== '') {
      // Mostly the path's last part, which was searched with it.
      const name = fileName.toLowerCase();
      isAny = this.#mark(path.endsWith(name) ? inPath : scanner.find(name), file) || isAny;
    }
    if (!isAny) return usual;
    for (const place of usual) this.#marks[place] = this.#turn;
    const places: number[] = [];
    for (let place = 0; place < this.#marks.length; place += 1) if (this.#marks[place] === this.#turn) places.push(place);
    return places;
  }

  /** Marks the rules that need one of the words found; whether there is any. */
  #mark(found: readonly number[], needing: readonly (readonly number[] | undefined)[]): boolean {
    let isAny = false;
    for (const id of found) {
      for (const place of needing[id] ?? none) {
        this.#marks[place] = this.#turn;
        isAny = true;
      }
    }
    return isAny;
  }
}
