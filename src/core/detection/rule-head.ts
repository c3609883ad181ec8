// What is read of a rule of any host before it is asked first, when it is checked as a whole. Nothing here may rely on it being a good one.
import { globFragments } from './glob.ts';
import type { LookalikeFinder } from './lookalike.ts';
import { filledIn, isListName, type NamedLists } from './named-lists.ts';
import { anyParts, type SoughtPart } from './part.ts';
import { usualContexts } from './schema.ts';

/** Words of which a rule needs at least one, shared by all rules that name the same list. */
export interface NeededWords {
  readonly words: readonly string[];
  readonly part: SoughtPart;
}

export interface RuleHead {
  /** In the advisory's table. */
  readonly place: number;
  readonly id: string;
  readonly rank: number;
  readonly on: readonly unknown[];
  /** Null where the rule may fit without any word. */
  readonly needs: readonly NeededWords[] | null;
  /** Whether a host of other letters than a-z can fit without any of the needed words. */
  readonly readsOddHosts: boolean;
}

const wordFields: readonly [string, readonly SoughtPart[]][] = [
  ['fileHas', ['file']],
  ['pathHas', ['folders']],
  ['hostHas', ['host']],
  ['subdomainHas', ['host']],
  ['queryHas', ['query']],
  ['titleHas', ['title']],
  ['anyHas', anyParts],
];

type RawRule = Readonly<Record<string, unknown>>;

const isString = (entry: unknown): entry is string => typeof entry === 'string';

/** Reads the heads of rules; what several of them need is made once. */
export class HeadReader {
  readonly #lists: NamedLists;
  readonly #lookalikeNames: NeededWords;
  readonly #words = new Map<string, NeededWords>();
  readonly #fragments = new Map<string, NeededWords | null>();

  constructor(lists: NamedLists, lookalikes: LookalikeFinder) {
    this.#lists = lists;
    this.#lookalikeNames = { words: lookalikes.neededWords, part: 'host' };
  }

  read(raw: RawRule, place: number): RuleHead {
    const { id, rank, on } = raw;
    const readsOddHosts = raw['hasLookalikeHost'] === true;
    return {
      place,
      id: isString(id) ? id : '',
      rank: typeof rank === 'number' ? rank : 0,
      on: Array.isArray(on) ? on : usualContexts,
      needs: readsOddHosts ? [this.#lookalikeNames] : this.#needsOf(raw),
      readsOddHosts,
    };
  }

  #needsOf(raw: RawRule): readonly NeededWords[] | null {
    for (const [field, parts] of wordFields) {
      const entries = raw[field];
      if (Array.isArray(entries)) return parts.flatMap((part) => this.#wordsIn(entries.filter(isString), part));
    }
    const globs = raw['files'];
    if (!Array.isArray(globs)) return null;
    const needs = globs.filter(isString).map((entry) => this.#fragmentsOf(entry));
    return needs.every((one) => one !== null) ? needs : null;
  }

  #wordsIn(entries: readonly string[], part: SoughtPart): NeededWords[] {
    const words = entries.filter((entry) => !isListName(entry));
    const shared = entries.filter(isListName).map((name) => this.#wordsOfList(name, part));
    return words.length > 0 ? [{ words, part }, ...shared] : shared;
  }

  #wordsOfList(name: string, part: SoughtPart): NeededWords {
    const key = `${part}${name}`;
    let known = this.#words.get(key);
    if (!known) this.#words.set(key, (known = { words: this.#texts(name), part }));
    return known;
  }

  #fragmentsOf(entry: string): NeededWords | null {
    let known = this.#fragments.get(entry);
    if (known !== undefined) return known;
    const words = globFragments(this.#texts(entry));
    known = words && { words, part: 'file' };
    this.#fragments.set(entry, known);
    return known;
  }

  #texts(entry: string): readonly string[] {
    return filledIn([entry], this.#lists).filter(isString);
  }
}
