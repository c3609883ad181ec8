// What the signs look at: a page's address and title as words, read once.
import { fold, isUnspaced, wordsOf } from '../matching/words.ts';
import type { Phrase } from './phrase.ts';
import type { Vocabulary } from './vocabulary.ts';
import { maxWords, PathFolders, segmentsOf, type Segment } from './path-segments.ts';
import { ListSet, type FoundWords } from './word-lists.ts';

export interface SignInput {
  readonly host: string;
  /** The part before the registered domain, with its dot. */
  readonly subdomain: string;
  /** Decoded, lower case. */
  readonly path: string;
  /** Lower case. */
  readonly title: string;
}

/** Shops and magazines set their own name apart from the page's. */
const clauseEnd = /\s[|\-–—•·:]+\s|[|•·»«]/;
/** Longer titles are judged by their beginning. */
const maxClauses = 8;

/** Lists that occur in the phrases and pass the filter. */
function listsIn(
  phrases: readonly (Phrase | null)[],
  counts: (phrase: Phrase, one: FoundWords) => boolean,
): ListSet {
  const lists = new ListSet();
  for (const phrase of phrases) {
    for (const one of phrase?.found ?? []) {
      if (phrase && !lists.has(one.list) && counts(phrase, one)) lists.add(one.list);
    }
  }
  return lists;
}

export class PageWords {
  readonly input: SignInput;
  readonly vocabulary: Vocabulary;
  readonly segments: readonly Segment[];
  /** Index of the last segment with the name; -1 if none has it. */
  readonly nameSegment: number = -1;
  readonly folders: PathFolders;
  readonly pathPhrase: Phrase | null = null;
  readonly foldedTitle: string;
  readonly titlePhrase: Phrase | null;
  readonly phrases: readonly Phrase[];
  /** The better evidence for whether it is a name or a sentence: the title, else the URL. */
  readonly mainPhrase: Phrase | null;
  readonly #titleWords: readonly string[];
  /** The phrase of the title's clause with the name, without what a site adds. */
  readonly #clause: Phrase | null;
  /**
   * Made when they are asked first: most pages are nowhere near an offer, which fewer questions
   * show.
   */
  #lists: {
    inTitle?: ListSet;
    besideName?: ListSet;
    withName?: ListSet;
    anywhere?: ListSet;
    all?: ListSet;
  } = {};
  #hostWords: readonly string[] | undefined;

  constructor(input: SignInput, vocabulary: Vocabulary) {
    this.input = input;
    this.vocabulary = vocabulary;
    this.segments = segmentsOf(input.path, vocabulary);
    for (let place = this.segments.length - 1; place >= 0 && !this.pathPhrase; place -= 1) {
      const phrase = this.#phraseOf(place);
      if (phrase) [this.nameSegment, this.pathPhrase] = [place, phrase];
    }
    this.folders = new PathFolders(this.segments, this.nameSegment);
    this.foldedTitle = fold(input.title);
    const titleWords = wordsOf(this.foldedTitle).slice(0, 2 * maxWords);
    this.titlePhrase = vocabulary.phraseIn(titleWords);
    this.#titleWords = titleWords;
    this.#clause = this.titlePhrase && this.#findClause();
    this.phrases = [this.pathPhrase, this.titlePhrase].filter((phrase) => phrase !== null);
    this.mainPhrase = this.#clause ?? this.titlePhrase ?? this.pathPhrase;
  }

  get isNamed(): boolean {
    return this.pathPhrase !== null || this.titlePhrase !== null;
  }

  /** Whether nothing but an item's number follows the name in the path. */
  get isNameLast(): boolean {
    const rest = this.segments.length - 1 - this.nameSegment;
    return this.nameSegment >= 0 && (rest === 0 || (rest === 1 && /^[\d-]+$/.test(this.lastText)));
  }

  get lastText(): string {
    return this.segments.at(-1)?.text ?? '';
  }

  /** The host's words: parts between dots and hyphens, numbers apart. */
  get hostWords(): readonly string[] {
    return (this.#hostWords ??= this.input.host.split('.').flatMap((part) => wordsOf(part)));
  }

  /** Whether there is any word of the list, wherever it stands: a line's first and quickest question. */
  mayHold(list: number): boolean {
    return (this.#lists.all ??= this.#findAll()).has(list);
  }

  #findAll(): ListSet {
    const lists = new ListSet();
    for (const { found } of this.segments) lists.addFound(found);
    for (const phrase of [this.pathPhrase, this.#clause]) if (phrase) lists.addFound(phrase.found);
    lists.addAll(this.#inTitle());
    return lists;
  }

  /** Words of the list anywhere but in the product's own name. */
  hasAnywhere(list: number): boolean {
    return (this.#lists.anywhere ??= this.#findAnywhere()).has(list);
  }

  #findAnywhere(): ListSet {
    const lists = listsIn(this.phrases, (phrase, one) => this.#isOutside(phrase, one));
    this.segments.forEach(({ found }, place) => {
      if (place !== this.nameSegment) lists.addFound(found);
    });
    if (!this.titlePhrase) lists.addAll(this.#inTitle());
    return lists;
  }

  hasInTitle(list: number): boolean {
    return this.#inTitle().has(list);
  }

  #inTitle(): ListSet {
    const { titlePhrase, vocabulary } = this;
    if (this.#lists.inTitle) return this.#lists.inTitle;
    const found = titlePhrase?.found ?? vocabulary.lists.find(this.#titleWords);
    return (this.#lists.inTitle = new ListSet().addFound(found));
  }

  /** Words of the list in the path segment or title clause with the name. */
  hasWithName(list: number): boolean {
    this.#lists.withName ??= listsIn([this.pathPhrase, this.#clause], (phrase, one) =>
      this.#isOutside(phrase, one),
    );
    return this.#lists.withName.has(list);
  }

  /** Words of the list among the known words around the name. */
  hasBesideName(list: number): boolean {
    this.#lists.besideName ??= listsIn(
      this.phrases,
      (phrase, one) =>
        one.at >= phrase.start && one.at < phrase.end && !this.#isPartOfOther(phrase, one),
    );
    return this.#lists.besideName.has(list);
  }

  #isOutside(phrase: Phrase, one: FoundWords): boolean {
    const end = one.at + one.length;
    // Where words are not spaced, one long word may hold the product and what is said of it.
    const isProduct =
      end > phrase.productStart &&
      one.at < phrase.productEnd &&
      !isUnspaced(phrase.words[one.at] ?? '');
    return !isProduct && !this.#isPartOfOther(phrase, one);
  }

  /** "license" is not meant in "license key", nor "ban" in "bản quyền". */
  #isPartOfOther({ found }: Phrase, { at, length }: FoundWords): boolean {
    return found.some(
      (other) =>
        other.length > length &&
        other.at <= at &&
        at + length <= other.at + other.length &&
        this.vocabulary.isKnownList(other.list),
    );
  }

  /**
   * The phrase of a segment; a shelf that is only the name, and what stands on it, are read
   * together.
   */
  #phraseOf(place: number): Phrase | null {
    const segment = this.segments[place];
    const shelf = this.segments[place - 1];
    const own = segment?.phrase ?? null;
    if (own || !segment || !shelf?.phrase) return own;
    if (shelf.phrase.isProduct || shelf.phrase.otherWords > 0) return null;
    const both = this.vocabulary.phraseIn([...shelf.words, ...segment.words]);
    return both?.isProduct ? both : null;
  }

  #findClause(): Phrase | null {
    const clauses = this.foldedTitle.split(clauseEnd).slice(0, maxClauses);
    const phrases = clauses.map((clause) =>
      this.vocabulary.phraseIn(wordsOf(clause).slice(0, maxWords)),
    );
    return (
      phrases.find((phrase) => phrase?.isProduct) ??
      phrases.find((phrase) => phrase !== null) ??
      null
    );
  }
}
