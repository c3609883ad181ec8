// How each kind of sign is looked for. A table's line says which kind, with which words.
import { globSet } from '../matching/glob.ts';
import type { PageWords } from './page-words.ts';
import { isQuantity, type Phrase } from './phrase.ts';
import type { SignLine, SignSource } from './schema.ts';
import { isNumber, wordsOf } from '../matching/words.ts';

/** What a line asks of a page: its own list of words, and how many of them are needed. */
interface Asked {
  readonly list: number;
  readonly atLeast: number;
  readonly words: readonly string[];
}

type Check = (page: PageWords) => boolean;
type Source = (page: PageWords, asked: Asked) => boolean;

/** Pairs of a number and a word: "3 devices", "1 năm"; with a list, only its words count. */
function countPairs({ words, found, at, start, end }: Phrase, units: number | null): number {
  let count = 0;
  for (let place = 0; place < words.length - 1; place += 1) {
    if (!isQuantity(words[place]) || isNumber(words[place + 1] ?? '') || place + 1 === at) continue;
    const isCounted =
      units === null
        ? place >= start && place <= end
        : found.some((one) => one.list === units && one.at === place + 1);
    if (isCounted) count += 1;
  }
  return count;
}

const mostPairs = ({ phrases }: PageWords, units: number | null): number =>
  phrases.reduce((most, phrase) => Math.max(most, countPairs(phrase, units)), 0);

/**
 * Tells the hosts of which a word is wanted: alone, or joined to another word of a short list:
 * "softshop", but not "bishop". With a dot before it an entry is how hosts end, `.go.id`, and with
 * one after it, too, parts within one, `.k12.`: short words that mean this only there.
 */
function hostCheck(wanted: readonly string[], joins: ReadonlySet<string>): Check {
  const words = wanted.filter((word) => !word.startsWith('.'));
  const dotted = wanted.filter((word) => word.startsWith('.'));
  const hasPart = (host: string) =>
    dotted.some((part) => (part.endsWith('.') ? host.includes(part) : host.endsWith(part)));
  const whole = new Set(words);
  const joined = words.filter((word) => word.length >= 3);
  const isWanted = (word: string) =>
    whole.has(word) ||
    joined.some(
      (one) =>
        word.length > one.length &&
        ((word.startsWith(one) && joins.has(word.slice(one.length))) ||
          (word.endsWith(one) && joins.has(word.slice(0, -one.length)))),
    );
  return ({ hostWords, input }) => hostWords.some(isWanted) || hasPart(input.host);
}

/** An item's number in an address: `/12345`, `/a13790431`, `-p123`, `-12345`; a year is none. */
function isItemNumber(text: string): boolean {
  if (/^[a-z]?\d{6,}[-_]/.test(text)) return true;
  if (/(^|\D)(19|20)\d\d$/.test(text)) return false;
  return (
    /^[a-z]{0,4}\d{4,}$/.test(text) ||
    /[-_,][a-z]{0,2}\d{4,}$/.test(text) ||
    /[-_]p\d{3,}$/.test(text)
  );
}

/** Whether a number stands right before the currency. */
function hasAmount(text: string, currency: string): boolean {
  for (let at = text.indexOf(currency); at > 0; at = text.indexOf(currency, at + 1)) {
    const isEnd = !/^\p{L}/u.test(text.slice(at + currency.length));
    if (isEnd && /\d\s?$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

/** As addresses name a language: `en`, `pt-br`. */
const isLanguage = (text: string): boolean => /^[a-z]{2}([-_][a-z]{2})?$/.test(text);

const versionNumber = /\d+[._-]\d+[._-]\d+/;
const currencySign = /\p{Sc}\s?\d|\d\s?\p{Sc}/u;

const sources: Readonly<Record<Exclude<SignSource, 'address' | 'host'>, Source>> = {
  product: ({ phrases }) => phrases.some(({ isProduct }) => isProduct),
  'whole-address': (page, { list }) => {
    const { pathPhrase, segments, nameSegment } = page;
    if (!pathPhrase?.isProduct || !page.isNameLast || pathPhrase.otherWords > 0) return false;
    // Shops of several languages put the reader's first.
    const start = nameSegment > 0 && isLanguage(segments[0]?.text ?? '') ? 1 : 0;
    if (nameSegment !== start || segments.length > start + 2) return false;
    return pathPhrase.found.some((one) => one.list === list);
  },
  'whole-title': ({ titlePhrase }, { list }) =>
    titlePhrase?.isProduct === true &&
    titlePhrase.otherWords === 0 &&
    titlePhrase.found.some((one) => one.list === list),
  'after-name': ({ phrases }, { list }) =>
    phrases.some(
      ({ isProduct, found, productEnd }) =>
        !isProduct && found.some((one) => one.list === list && one.at === productEnd),
    ),
  'own-shelf': ({ pathPhrase, segments, nameSegment, isNameLast }) => {
    if (!pathPhrase || !isNameLast || pathPhrase.at > 1 || pathPhrase.otherWords > 2) return false;
    const shelf = segments[nameSegment - 1]?.phrase;
    return (
      !!shelf &&
      !shelf.isProduct &&
      shelf.otherWords === 0 &&
      shelf.words.length <= 3 &&
      pathPhrase.words.length > shelf.words.length
    );
  },
  'maker-shelf': (page, { list }) => {
    const { pathPhrase } = page;
    if (!pathPhrase || pathPhrase.isProduct || pathPhrase.otherWords > 0) return false;
    return page.isNameLast && page.folders.isShelf(list);
  },
  'name-last': ({ pathPhrase, isNameLast }) =>
    pathPhrase !== null && isNameLast && !pathPhrase.isProduct && pathPhrase.isNameAlone,
  quantity: (page, { atLeast }) => mostPairs(page, page.vocabulary.kinds.units) >= atLeast,
  'number-and-word': (page, { atLeast }) => mostPairs(page, null) >= atLeast,
  'nothing-else': ({ mainPhrase }) => mainPhrase?.otherWords === 0,
  'other-words': ({ mainPhrase }, { atLeast }) => (mainPhrase?.otherWords ?? 0) >= atLeast,
  'beside-name': (page, { list }) => page.hasBesideName(list),
  'with-name': (page, { list }) => page.hasWithName(list),
  anywhere: (page, { list }) => page.hasAnywhere(list),
  title: (page, { list }) => page.hasInTitle(list),
  folder: (page, { list }) => page.folders.isFolder(list),
  'folder-word': (page, { list }) => page.folders.hasInFolder(list),
  'any-folder': (page, { list }) => page.folders.isAnyFolder(list),
  'host-end': ({ hostWords }, { words }) =>
    hostWords.some((word) => words.some((wanted) => word.endsWith(wanted))),
  subdomain: ({ input }, { words }) =>
    input.subdomain
      .split('.')
      .some((part) => words.includes(part) || wordsOf(part).some((word) => words.includes(word))),
  price: ({ input, foldedTitle }, { words }) =>
    input.title !== '' &&
    (currencySign.test(input.title) || words.some((word) => hasAmount(foldedTitle, word))),
  'item-number': ({ phrases, pathPhrase, lastText, segments, nameSegment }) =>
    pathPhrase !== null &&
    phrases.some(({ isProduct }) => isProduct) &&
    (isItemNumber(lastText) || isItemNumber(segments[nameSegment]?.text ?? '')),
  version: ({ pathPhrase, segments, nameSegment, input }) =>
    (pathPhrase !== null && versionNumber.test(segments[nameSegment]?.text ?? '')) ||
    /\d+\.\d+\.\d+/.test(input.title),
  'colon-after-name': ({ titlePhrase, foldedTitle }) => {
    const name = titlePhrase?.words[titlePhrase.at];
    if (name === undefined) return false;
    const rest = foldedTitle.slice(foldedTitle.indexOf(name) + name.length);
    return /^\p{L}{0,3}["»”]?\s?(labs?)?\s?[:：]/u.test(rest) || /^['’]s?(?!\p{L})/u.test(rest);
  },
  question: ({ input }) => /[?？¿؟]/.test(input.title),
  'below-name': ({ pathPhrase, titlePhrase, nameSegment, segments, vocabulary }) => {
    if (!pathPhrase || titlePhrase || nameSegment === segments.length - 1) return false;
    const last = segments.at(-1);
    const isProduct = last?.found.some((one) => one.list === vocabulary.kinds.products);
    return (
      last !== undefined && !isProduct && last.words.length >= 3 && /\p{L}{3}/u.test(last.text)
    );
  },
};

/**
 * What a glob's every text holds: few addresses do, and that is quicker to see than whether they
 * fit.
 */
function longestPiece(glob: string): string {
  const pieces = glob.split(/[*#]/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
/** A line's sign as a question to a page. */
export function checkOf(
  { from, has = [], atLeast }: SignLine,
  list: number,
  hostJoins: ReadonlySet<string>,
): Check {
  if (from === 'host') return hostCheck(has, hostJoins);
  if (from === 'address') {
    const globs = globSet(has);
    const pieces = has.map((glob) => longestPiece(glob));
    return ({ input: { path } }) => {
      const whole = path.endsWith('/') ? path : `${path}/`;
      return pieces.some((piece) => whole.includes(piece)) && globs.fits(whole);
    };
  }
  const asked: Asked = { list, atLeast, words: has };
  const source = sources[from];
  return (page) => source(page, asked);
}
