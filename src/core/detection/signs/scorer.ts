// Weighs the signs of a page by the advisory's table.
import type { Text } from '../../i18n/text.ts';
import type { Label } from '../model/labels.ts';
import { fold } from '../matching/words.ts';
import { joinTexts } from '../../i18n/join-texts.ts';
import { PageWords, type SignInput } from './page-words.ts';
import { asksWords, type Offer, type SignLine, type SignTable } from './schema.ts';
import { checkOf } from './sources.ts';
import { Vocabulary } from './vocabulary.ts';

/** One sign of the table on one page. */
export interface WeighedSign {
  readonly id: string;
  readonly weight: number;
  readonly says: Text;
}

export interface WeighedOffer {
  /** The offer that weighs most. */
  readonly offer: Offer;
  readonly sum: number;
  /** The signs that count for it, the heaviest first. */
  readonly signs: readonly WeighedSign[];
  /** The part with the name, for people. */
  readonly matched: string;
}

export interface Weighed extends WeighedOffer {
  /** Signs that are not there and alone would change the answer, the lightest first. */
  readonly tips: readonly WeighedSign[];
}

/** The reason for an offer: the heaviest signs, in words. */
const reasonsSaid = 3;
const tipsSaid = 3;

const countsFor = (line: SignLine, label: Label): boolean =>
  line.label === undefined || line.label === label;
function sumFor(lines: readonly SignLine[], label: Label): number {
  let sum = 0;
  for (const line of lines) if (countsFor(line, label)) sum += line.weight;
  return sum;
}
const asSign = ({ id, weight, says }: SignLine): WeighedSign => ({ id, weight, says });

interface Asked {
  readonly line: SignLine;
  /** The list without whose words it can't hold; null where words are not what it looks at. */
  readonly list: number | null;
  readonly isHeld: (page: PageWords) => boolean;
}

const isHeldBy = (page: PageWords, { list, isHeld }: Asked): boolean =>
  (list === null || page.mayHold(list)) && isHeld(page);

function heldBy(page: PageWords, asked: readonly Asked[]): SignLine[] {
  const held: SignLine[] = [];
  for (const one of asked) if (isHeldBy(page, one)) held.push(one.line);
  return held;
}

/** Where only a host can speak: it takes longest to look at. */
const hostSources: ReadonlySet<SignLine['from']> = new Set(['host', 'host-end', 'subdomain']);

export class SignScorer {
  readonly #table: SignTable;
  readonly #vocabulary: Vocabulary;
  readonly #asked: readonly Asked[];
  readonly #askedFor: readonly Asked[];
  readonly #askedForByHost: readonly Asked[];
  readonly #linesForByHost: readonly SignLine[];
  readonly #askedAgainst: readonly Asked[];
  #last: { readonly input: SignInput; readonly weighed: WeighedOffer | null } | undefined;

  constructor(table: SignTable) {
    this.#table = table;
    this.#vocabulary = new Vocabulary(table.words, table.lines);
    this.#asked = table.lines.map((line, place) => ({
      line,
      list: asksWords(line.from) ? this.#vocabulary.listOf(place) : null,
      isHeld: checkOf(line, this.#vocabulary.listOf(place), this.#vocabulary.hostWords),
    }));
    const isOfHost = ({ line }: Asked) => hostSources.has(line.from);
    const speakingFor = this.#asked.filter(({ line }) => line.weight > 0);
    const against = this.#asked.filter(({ line }) => line.weight <= 0);
    this.#askedFor = speakingFor.filter((one) => !isOfHost(one));
    this.#askedForByHost = speakingFor.filter(isOfHost);
    this.#linesForByHost = this.#askedForByHost.map(({ line }) => line);
    this.#askedAgainst = [...against.filter((one) => !isOfHost(one)), ...against.filter(isOfHost)];
  }

  /** All signs of a page; null if neither URL nor title contains the name. */
  weigh(input: SignInput): Weighed | null {
    const page = new PageWords(input, this.#vocabulary);
    const held = page.isNamed ? heldBy(page, this.#asked) : null;
    const weighed = held && this.#weighed(page, held);
    return weighed && { ...weighed, tips: this.#tips(held, weighed.offer, weighed.sum) };
  }

  /**
   * The same for an offer alone, and null for all else. Of one download the same address is asked
   * several times.
   */
  offerOf(input: SignInput): WeighedOffer | null {
    const last = this.#last?.input;
    const { host, path, title } = input;
    if (last?.path !== path || last.host !== host || last.title !== title) {
      this.#last = { input, weighed: this.#findOffer(input) };
    }
    return this.#last?.weighed ?? null;
  }

  #findOffer(input: SignInput): WeighedOffer | null {
    const { path, title } = input;
    const mayBeNamed = (text: string) => this.#vocabulary.mayBeNamed(fold(text));
    if (!mayBeNamed(path) && (title === '' || !mayBeNamed(title))) return null;
    const page = new PageWords(input, this.#vocabulary);
    if (!page.isNamed) return null;
    // Most pages have too little for an offer, whatever speaks against it.
    const held = heldBy(page, this.#askedFor);
    if (!this.#isEnough(held, this.#linesForByHost)) return null;
    const against: SignLine[] = [];
    for (const one of this.#askedAgainst) {
      if (!isHeldBy(page, one)) continue;
      against.push(one.line);
      if (!this.#isEnough([...held, ...against], this.#linesForByHost)) return null;
    }
    held.push(...heldBy(page, this.#askedForByHost), ...against);
    return this.#isEnough(held, []) ? this.#weighed(page, held) : null;
  }

  /** Whether these lines, and others that may come to them, would be enough for an offer. */
  #isEnough(held: readonly SignLine[], more: readonly SignLine[]): boolean {
    return this.#table.offers.some(
      ({ label, atLeast }) => sumFor(held, label) + sumFor(more, label) >= atLeast,
    );
  }

  #weighed(page: PageWords, held: readonly SignLine[]): WeighedOffer | null {
    const [first, ...others] = this.#table.offers.map((offer) => ({
      offer,
      sum: sumFor(held, offer.label),
    }));
    if (!first) return null;
    const best = others.reduce(
      (most, one) => (one.sum - one.offer.atLeast > most.sum - most.offer.atLeast ? one : most),
      first,
    );
    const signs = held
      .filter((line) => countsFor(line, best.offer.label))
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
    const { titlePhrase, pathPhrase, input } = page;
    const isByTitle = titlePhrase !== null && (titlePhrase.isProduct || !pathPhrase);
    return {
      ...best,
      signs: signs.map(asSign),
      matched: isByTitle ? input.title : `${input.host}${input.path}`,
    };
  }

  #tips(held: readonly SignLine[], { label, atLeast }: Offer, sum: number): readonly WeighedSign[] {
    const isOffer = sum >= atLeast;
    return this.#table.lines
      .filter(
        (line) =>
          !held.includes(line) &&
          countsFor(line, label) &&
          sum + line.weight >= atLeast !== isOffer,
      )
      .sort((one, other) => Math.abs(one.weight) - Math.abs(other.weight))
      .slice(0, tipsSaid)
      .map(asSign);
  }
}

/** Why the page is taken for an offer. */
export function reasonOf({ signs }: WeighedOffer, otherwise: Text): Text {
  const speaking = signs.filter(({ weight }) => weight > 0).slice(0, reasonsSaid);
  return joinTexts(
    speaking.map(({ says }) => says),
    otherwise,
  );
}
