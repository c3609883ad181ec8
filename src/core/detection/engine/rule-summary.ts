// The few fields of a hostless rule needed to index it. The rule itself is validated lazily, so
// treat every field as untrusted.
import { globFragments } from '../matching/glob.ts';
import { filledIn, isListName, type NamedLists } from '../model/named-lists.ts';
import { anyParts, type SoughtPart } from '../matching/part.ts';
import { usualContexts } from '../model/rule-schema.ts';
import type { RuleTools } from './rule-tools.ts';

/** Words of which a rule needs at least one, shared by all rules that name the same list. */
export interface NeededWords {
  readonly words: readonly string[];
  readonly part: SoughtPart;
}

export interface RuleSummary {
  /** In the advisory's table. */
  readonly place: number;
  readonly id: string;
  readonly rank: number;
  readonly on: readonly unknown[];
  /** Null where the rule may fit without any word. */
  needs(): readonly NeededWords[] | null;
  /** Whether a host of other letters than a-z can fit without any of the needed words. */
  readonly readsOddHosts: boolean;
}

/**
 * Any condition of a rule will do; prefer words that few URLs contain. Words of hosts are the most
 * common.
 */
const wordFields: readonly [string, readonly SoughtPart[]][] = [
  ['fileHas', ['file']],
  ['pathHas', ['folders']],
  ['queryHas', ['query']],
  ['titleHas', ['title']],
  ['anyHas', anyParts],
  ['hostHas', ['host']],
  ['subdomainHas', ['host']],
];

type RawRule = Readonly<Record<string, unknown>>;

const isString = (entry: unknown): entry is string => typeof entry === 'string';

/** Reads the heads of rules; what several of them need is made once. */
export class SummaryReader {
  readonly #lists: NamedLists;
  readonly #tools: RuleTools;
  #lookalikeNames: NeededWords | undefined;
  readonly #shared = new Map<string, NeededWords | null>();

  constructor(lists: NamedLists, tools: RuleTools) {
    this.#lists = lists;
    this.#tools = tools;
  }

  read(raw: RawRule, place: number): RuleSummary {
    const { id, rank, on } = raw;
    const readsOddHosts = raw['hasLookalikeHost'] === true;
    return {
      place,
      id: isString(id) ? id : '',
      rank: typeof rank === 'number' ? rank : 0,
      on: Array.isArray(on) ? on : usualContexts,
      needs: () => (readsOddHosts ? [this.#nameParts()] : this.#needsOf(raw)),
      readsOddHosts,
    };
  }

  #nameParts(): NeededWords {
    const words = this.#tools.lookalikes.neededWords;
    if (this.#lookalikeNames?.words !== words) this.#lookalikeNames = { words, part: 'host' };
    return this.#lookalikeNames;
  }

  #needsOf(raw: RawRule): readonly NeededWords[] | null {
    for (const [field, parts] of wordFields) {
      const entries = raw[field];
      if (Array.isArray(entries))
        return parts.flatMap((part) => this.#wordsIn(entries.filter(isString), part));
    }
    const globs = raw['files'];
    if (!Array.isArray(globs)) return null;
    const needs = globs.filter(isString).map((entry) => this.#once(entry, 'file', globFragments));
    return needs.every((one) => one !== null) ? needs : null;
  }

  #wordsIn(entries: readonly string[], part: SoughtPart): NeededWords[] {
    const words = entries.filter((entry) => !isListName(entry));
    const shared = entries.filter(isListName).flatMap((name) => this.#once(name, part) ?? []);
    return words.length > 0 ? [{ words, part }, ...shared] : shared;
  }

  /** The words of a list, or what a glob and its like need of a name. */
  #once(entry: string, part: SoughtPart, wordsOf?: typeof globFragments): NeededWords | null {
    const key = `${part}${wordsOf ? ' ' : ''}${entry}`;
    let known = this.#shared.get(key);
    if (known === undefined) {
      const texts = filledIn([entry], this.#lists).filter(isString);
      const words = wordsOf ? wordsOf(texts) : texts;
      this.#shared.set(key, (known = words && { words, part }));
    }
    return known;
  }
}
