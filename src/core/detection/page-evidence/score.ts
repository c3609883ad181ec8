// Weighs what a page says of itself, by the advisory's table: a shop's address may say nothing, its data for search engines do.
import type { Text } from '../../i18n/text.ts';
import type { EvidenceLine, EvidenceSource, EvidenceTable } from '../model/evidence-schema.ts';
import { HostIndex } from '../matching/host-index.ts';
import type { Label } from '../model/labels.ts';
import type { PageFacts } from '../model/page-facts.ts';
import { readStructuredData } from './structured-data.ts';
import type { Verdict } from '../model/verdict.ts';

export interface PageInput {
  readonly host: string;
  /** Lower case, decoded. */
  readonly path: string;
  readonly title: string;
  readonly facts: PageFacts;
  /** Labels of other addresses that the page names. */
  readonly labelOfPage: (url: string) => Label;
  readonly labelOfLink: (url: string) => Label;
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
    const lower = text.toLowerCase();
    return words.length === 0 || words.some((word) => lower.includes(word));
  };
  return texts.find(fits) ?? null;
}

function joined(texts: readonly Text[], otherwise: Text): Text {
  const [first] = texts;
  if (!first) return otherwise;
  const languages = Object.keys(first).filter((language) =>
    texts.every((text) => Object.hasOwn(text, language)),
  );
  const said = Object.fromEntries(
    languages.map((language) => [language, texts.map((text) => text[language]).join(' ')]),
  );
  return { ...said, en: texts.map(({ en }) => en).join(' ') };
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

  /** The verdict that the page's own data bears out; null where they don't weigh enough. */
  score(page: PageInput, otherwise: Text): Verdict | null {
    const verdict = this.#verdictOf(page.host);
    if (!verdict) return null;
    const texts = textsFrom(page);
    const held = this.#lines.flatMap((line) => {
      const text = heldText(line, texts[line.from], page);
      return text === null ? [] : [{ line, text }];
    });
    const weight = held.reduce((sum, { line }) => sum + line.weight, 0);
    if (weight < verdict.atLeast) return null;
    const speaking = held
      .filter(({ line }) => line.weight > 0)
      .sort((one, other) => other.line.weight - one.line.weight);
    return {
      label: verdict.label,
      rule: verdict.id,
      matched: speaking[0]?.text.slice(0, 300) ?? '',
      reason: joined(
        speaking.flatMap(({ line }) => (line.says ? [line.says] : [])).slice(0, 3),
        otherwise,
      ),
    };
  }
}
