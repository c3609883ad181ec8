// Weighs what a page says of itself, by the advisory's table: a shop's address may say nothing, its
// data for search engines do.
import { joinTexts } from '../../i18n/join-texts.ts';
import type { Text } from '../../i18n/text.ts';
import type { EvidenceLine, EvidenceSource, EvidenceTable } from '../model/evidence-schema.ts';
import { HostIndex } from '../matching/host-index.ts';
import { slashedWords } from '../matching/words.ts';
import type { Label } from '../model/labels.ts';
import type { PageFacts } from '../model/page-facts.ts';
import type { Weighed } from '../signs/scorer.ts';
import { readStructuredData } from './structured-data.ts';
import type { RuleVerdict } from '../model/verdict.ts';

export interface PageInput {
  readonly host: string;
  /** Lower case, decoded. */
  readonly path: string;
  readonly title: string;
  readonly facts: PageFacts;
  /** Labels of other addresses that the page names. */
  readonly labelOfPage: (url: string) => Label;
  readonly labelOfLink: (url: string) => Label;
  /** What the address and the title weigh; counts on hosts that no verdict of the table names. */
  readonly signs: Weighed | null;
}

type EvidenceVerdict = EvidenceTable['verdicts'][number];

interface Line extends Omit<EvidenceLine, 'has'> {
  readonly words: readonly string[];
}

function textsFrom(page: PageInput): Readonly<Record<EvidenceSource, readonly string[]>> {
  const { facts, title, path } = page;
  const { products, types } = readStructuredData(facts, title);
  const { openGraph } = facts;
  return {
    'product-maker': [...products.flatMap(({ makers }) => makers), openGraph.brand],
    'product-name': products.map(({ name }) => name),
    'page-type': types,
    'open-graph-type': [openGraph.type],
    'open-graph-title': [openGraph.title],
    canonical: [facts.canonical],
    download: facts.links,
    title: [title],
    heading: facts.headings,
    path: [path.endsWith('/') ? path : `${path}/`],
  };
}

/** Words before a company's name, in the languages of shops. */
const beforeCompany =
  /^(?:labor|soft|anti|brand|compan|group|gruppe|marc|marke|merk|firm|herst|fabri|prod|official|zao|ooo|jsc|the|by|von|de)/i;

/** `Anna Kaspersky`, who writes about or draws things: a first name, and this one last. */
function isPersonsName(text: string, words: readonly string[]): boolean {
  const [, first = '', last = ''] =
    /^(\p{Lu}\p{Ll}+|\p{Lu}\.)(?:\s\p{Lu}\.?)?\s(\p{Lu}\p{Ll}+)$/u.exec(text.trim()) ?? [];
  return last !== '' && words.includes(last.toLowerCase()) && !beforeCompany.test(first);
}

/** The text of a line's source that makes it hold; null where none does. */
function heldText(
  { words, labels, from }: Line,
  texts: readonly string[],
  page: PageInput,
): string | null {
  const fits = (text: string) => {
    if (text === '') return false;
    if (
      labels &&
      !labels.includes(from === 'canonical' ? page.labelOfPage(text) : page.labelOfLink(text))
    )
      return false;
    if (words.length === 0) return true;
    if (from === 'product-maker' && isPersonsName(text, words)) return false;
    const lower = text.toLowerCase();
    const inWords = from === 'path' ? slashedWords(lower) : '';
    // In an address a bare word is a whole one: "test" is not in "latest".
    return words.some((word) =>
      inWords !== '' && /^[a-z]+$/.test(word)
        ? inWords.includes(`/${word}/`)
        : lower.includes(word),
    );
  };
  return texts.find(fits) ?? null;
}

interface HeldLine {
  readonly line: Line;
  readonly text: string;
}

const byWeight = (one: HeldLine, other: HeldLine): number =>
  Math.abs(other.line.weight) - Math.abs(one.line.weight);

const reasonsSaid = 3;

function saidBy(lines: readonly HeldLine[], otherwise: Text): Text {
  const texts = lines.flatMap(({ line }) => (line.says ? [line.says] : []));
  return joinTexts(texts.slice(0, reasonsSaid), otherwise);
}

export class PageScorer {
  readonly #lines: readonly Line[];
  /** Places of verdicts in the table. */
  readonly #hosts = new HostIndex<number>();
  readonly #verdicts: readonly EvidenceVerdict[];
  readonly #everywhere: EvidenceVerdict | undefined;

  constructor({ verdicts, lines }: EvidenceTable) {
    this.#lines = lines.map(({ has, ...line }) => ({ ...line, words: has ?? [] }));
    this.#verdicts = verdicts;
    verdicts.forEach(({ hosts }, place) => {
      for (const host of hosts ?? []) this.#hosts.add(host, place);
    });
    this.#everywhere = verdicts.find(({ hosts }) => !hosts);
  }

  /** The first of the table for the most specific host, else the first for any. */
  #verdictOf(host: string): EvidenceVerdict | undefined {
    const [own] = [...this.#hosts.find(host)].sort(
      (one, other) => other.specificity - one.specificity || one.entry - other.entry,
    );
    return own ? this.#verdicts[own.entry] : this.#everywhere;
  }

  /** Whether anything a page of this host says could count. */
  readsPagesOf(host: string): boolean {
    return this.#lines.length > 0 && this.#verdictOf(host) !== undefined;
  }

  /** The verdict that the page's own data supports; null if it doesn't weigh enough. */
  score(page: PageInput, otherwise: Text): RuleVerdict | null {
    const verdict = this.#verdictOf(page.host);
    if (!verdict) return null;
    const signs = verdict.hosts ? null : page.signs;
    const held = this.#heldBy(page, signs !== null);
    const weight = held.reduce((sum, { line }) => sum + line.weight, signs?.sum ?? 0);
    const isOfferBySigns = signs !== null && signs.sum >= signs.offer.atLeast;
    if (weight < verdict.atLeast) return isOfferBySigns ? this.#withdrawn(held, otherwise) : null;
    if (isOfferBySigns) return null;
    const speaking = held.filter(({ line }) => line.weight > 0).sort(byWeight);
    return {
      label: verdict.label,
      rule: verdict.id,
      matched: (speaking[0]?.text ?? signs?.matched ?? '').slice(0, 300),
      reason: saidBy(speaking, otherwise),
    };
  }

  /**
   * An address and a title that read like an offer, where the page's own data say that it is none.
   */
  #withdrawn(held: readonly HeldLine[], otherwise: Text): RuleVerdict {
    const against = held.filter(({ line }) => line.weight < 0).sort(byWeight);
    const matched = against[0]?.text.slice(0, 300) ?? '';
    return { label: 'mention', rule: 'page.evidence', matched, reason: saidBy(against, otherwise) };
  }

  /** What the signs weighed already, the address and the title, is not weighed again. */
  #heldBy(page: PageInput, isWeighed: boolean): HeldLine[] {
    const texts = textsFrom(page);
    return this.#lines.flatMap((line) => {
      if (isWeighed && (line.from === 'title' || line.from === 'path')) return [];
      const text = heldText(line, texts[line.from], page);
      return text === null ? [] : [{ line, text }];
    });
  }
}
