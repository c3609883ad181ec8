// What the rules look at, and the words in it, sought once for all rules.
import { subdomainOf, type Address } from '../matching/address.ts';
import type { Label } from '../model/labels.ts';
import type { Part, SoughtPart } from '../matching/part.ts';
import type { MultiSearch } from '../matching/multi-search.ts';
import type { NeededWords } from './rule-summary.ts';
import { slashedWords } from '../matching/words.ts';

/** Lower case but for `fileName`; absent parts are empty. */
export interface RuleInput extends Pick<Address, 'host' | 'isOddHost' | 'path' | 'query'> {
  readonly title: string;
  readonly fileName: string;
  /** MIME type without parameters; empty where the browser didn't say. */
  readonly mime: string;
  /** The label of the page that the download was started from. */
  readonly referrer: Label;
}

const none: readonly number[] = [];
const place: Readonly<Record<Part, number>> = {
  host: 0,
  subdomain: 1,
  folders: 2,
  query: 3,
  title: 4,
  file: 5,
  hostWords: 6,
  pathWords: 7,
  titleWords: 8,
};
const unread = Array.from<null>({ length: Object.keys(place).length }).fill(null);

/** Evidence under inspection: each part is searched for words when a rule asks first, and never twice. */
export class MatchedWords {
  readonly evidence: RuleInput;
  /** In lower case, for globs and words. */
  readonly fileName: string;
  readonly #scanner: MultiSearch;
  #version: number;
  #found: (readonly number[] | null)[] = [...unread];

  constructor(evidence: RuleInput, scanner: MultiSearch) {
    this.evidence = evidence;
    this.fileName = evidence.fileName === '' ? '' : evidence.fileName.toLowerCase();
    this.#scanner = scanner;
    this.#version = scanner.version;
  }

  /** The words in a part, by their numbers. */
  words(part: Part): readonly number[] {
    if (this.#version !== this.#scanner.version) {
      // A rule compiled meanwhile brought new words.
      this.#version = this.#scanner.version;
      this.#found = [...unread];
    }
    return (this.#found[place[part]] ??= this.#find(part));
  }

  /** Whether a part holds one of the words; told without the scanner, which may not know them yet. */
  mayHold({ words, part }: NeededWords): boolean {
    const text = this.#textOf(part);
    return text !== '' && words.some((word) => text.includes(word));
  }

  #textOf(part: SoughtPart): string {
    const { host, path, query, title } = this.evidence;
    const folders = path.endsWith('/') ? path : `${path}/`;
    return { host, folders, query, title, file: this.fileName }[part];
  }

  #find(part: Part): readonly number[] {
    const { host, path, query, title } = this.evidence;
    switch (part) {
      case 'host':
        return this.#scanner.find(host, part);
      case 'subdomain':
        return this.words('host').length === 0 ? none : this.#scanner.find(subdomainOf(host), part);
      case 'folders':
        return path.length <= 1 ? none : this.#scanner.find(path, part);
      case 'query':
        return query === '' ? none : this.#scanner.find(query, part);
      case 'title':
        return title === '' ? none : this.#scanner.find(title, part);
      case 'file':
        return this.fileName === '' ? none : this.#scanner.find(this.fileName, part);
      case 'hostWords':
        return this.#scanner.find(slashedWords(host), part);
      case 'pathWords':
        return this.#scanner.find(slashedWords(path), part);
      case 'titleWords':
        return title === '' ? none : this.#scanner.find(slashedWords(title), part);
    }
  }
}
