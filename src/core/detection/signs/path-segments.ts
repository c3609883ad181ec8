// The parts of a path between slashes, as words, and the questions that signs ask about folders.
import { fold, wordsOf } from '../matching/words.ts';
import type { Phrase } from './phrase.ts';
import type { Vocabulary } from './vocabulary.ts';
import { ListSet, type FoundWords } from './word-lists.ts';

/** Longer paths are judged by their beginning and end, longer parts by their beginning. */
const maxFolders = 8;
export const maxWords = 32;

export class Segment {
  readonly text: string;
  readonly words: readonly string[];
  readonly #vocabulary: Vocabulary;
  #found: readonly FoundWords[] | undefined;
  #phrase: Phrase | null | undefined;

  constructor(part: string, vocabulary: Vocabulary) {
    this.text = fold(withoutExtension(part));
    const words = wordsOf(this.text);
    this.words = words.length > maxWords ? words.slice(0, maxWords) : words;
    this.#vocabulary = vocabulary;
  }

  /** Looked up when asked first: of most addresses only some parts are. */
  get found(): readonly FoundWords[] {
    return (this.#found ??= this.#vocabulary.lists.find(this.words));
  }

  /** The phrase around the name; null without one. */
  get phrase(): Phrase | null {
    if (this.#phrase === undefined) this.#phrase = this.#vocabulary.phraseIn(this.words, this);
    return this.#phrase;
  }
}

const pageExtensions = new Set(['html', 'htm', 'php', 'asp', 'aspx', 'shtml', 'jsp', 'cfm']);

function withoutExtension(part: string): string {
  const dot = part.lastIndexOf('.');
  return dot > 0 && pageExtensions.has(part.slice(dot + 1)) ? part.slice(0, dot) : part;
}

function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < path.length;) {
    const slash = path.indexOf('/', start);
    const end = slash < 0 ? path.length : slash;
    if (end > start) parts.push(path.slice(start, end));
    start = end + 1;
  }
  const isLong = parts.length > 2 * maxFolders;
  return isLong ? [...parts.slice(0, maxFolders), ...parts.slice(-maxFolders)] : parts;
}

export function segmentsOf(path: string, vocabulary: Vocabulary): readonly Segment[] {
  return partsOf(path).map((part) => new Segment(part, vocabulary));
}

const isWhole = ({ words }: Segment, { at, length }: FoundWords): boolean =>
  at === 0 && length === words.length;

export class PathFolders {
  readonly #segments: readonly Segment[];
  readonly #nameSegment: number;
  /** Made when first asked for. */
  #named: ListSet | undefined;
  #words: ListSet | undefined;
  #all: ListSet | undefined;

  constructor(segments: readonly Segment[], nameSegment: number) {
    this.#segments = segments;
    this.#nameSegment = nameSegment;
  }

  /**
   * Whether a folder is a word of the list. Neither the page's own part counts nor the one with the
   * name.
   */
  isFolder(list: number): boolean {
    return (this.#named ??= this.#listsOf((place) => !this.#isOwn(place), isWhole)).has(list);
  }

  /** Whether such a folder contains a word of the list. */
  hasInFolder(list: number): boolean {
    this.#words ??= this.#listsOf(
      (place) => !this.#isOwn(place),
      () => true,
    );
    return this.#words.has(list);
  }

  /** Whether any part of the path is a word of the list. */
  isAnyFolder(list: number): boolean {
    return (this.#all ??= this.#listsOf(() => true, isWhole)).has(list);
  }

  /** Whether the folder before the name is a word of the list. */
  isShelf(list: number): boolean {
    const shelf = this.#segments[this.#nameSegment - 1];
    return shelf?.found.some((one) => one.list === list && isWhole(shelf, one)) ?? false;
  }

  #isOwn(place: number): boolean {
    return place === this.#nameSegment || place === this.#segments.length - 1;
  }

  #listsOf(
    isAsked: (place: number) => boolean,
    isMatch: (segment: Segment, one: FoundWords) => boolean,
  ): ListSet {
    const lists = new ListSet();
    this.#segments.forEach((segment, place) => {
      if (!isAsked(place)) return;
      for (const one of segment.found) if (isMatch(segment, one)) lists.add(one.list);
    });
    return lists;
  }
}
