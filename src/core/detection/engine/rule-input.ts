// What the rules look at, and the words in it, sought once for all rules.
import { subdomainOf, type Address } from '../matching/address.ts';
import type { Label } from '../model/labels.ts';
import { partBits, partPlaces, type SoughtPart } from '../matching/part.ts';
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
const unread = Array.from<null>({ length: Object.keys(partPlaces).length }).fill(null);

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

  /** The words in a part, by their numbers; the part by its place. */
  words(part: number): readonly number[] {
    if (this.#version !== this.#scanner.version) {
      // A rule compiled meanwhile brought new words.
      this.#version = this.#scanner.version;
      this.#found = [...unread];
    }
    return (this.#found[part] ??= this.#find(part));
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

  #find(part: number): readonly number[] {
    const { host, path, query, title } = this.evidence;
    switch (part) {
      case partPlaces.host:
        return this.#scanner.find(host, partBits.host);
      case partPlaces.subdomain:
        return this.words(partPlaces.host).length === 0
          ? none
          : this.#scanner.find(subdomainOf(host), partBits.subdomain);
      case partPlaces.folders:
        return path.length <= 1 ? none : this.#scanner.find(path, partBits.folders);
      case partPlaces.query:
        return query === '' ? none : this.#scanner.find(query, partBits.query);
      case partPlaces.title:
        return title === '' ? none : this.#scanner.find(title, partBits.title);
      case partPlaces.file:
        return this.fileName === '' ? none : this.#scanner.find(this.fileName, partBits.file);
      case partPlaces.hostWords:
        return this.#scanner.find(slashedWords(host), partBits.hostWords);
      case partPlaces.pathWords:
        return this.#scanner.find(slashedWords(path), partBits.pathWords);
      case partPlaces.titleWords:
        return title === '' ? none : this.#scanner.find(slashedWords(title), partBits.titleWords);
      default:
        return none;
    }
  }
}
