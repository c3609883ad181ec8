// The ban on one page for people who check it: each statement with its instrument, date, source, and how that was read.
import { knownZone } from '../../dates/deadline-words.ts';
import { withoutIsolates } from '../../i18n/bidi.ts';
import type { PopupView } from './popup.ts';

export interface FactSource {
  readonly title: string;
  readonly publisher: string;
  /** Document number or place in it; empty where it has none. */
  readonly reference: string;
  readonly url: string;
  readonly isOfficial: boolean;
  readonly kind: string;
  readonly reading: string;
}

export interface Fact {
  /** Unique in the sheet, such as `prohibited.new-agreements`. */
  readonly id: string;
  /** The ban's section, or `date`. */
  readonly section: string;
  readonly statement: string;
  /** yyyy-mm-dd, or yyyy-mm where no more is known; empty for what has no date of its own. */
  readonly date: string;
  readonly isConfirmed: boolean;
  readonly sources: readonly FactSource[];
}

function dayIn({ at, precision, timeZone }: PopupView['deadlines'][number]): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: knownZone(timeZone) }).format(
    new Date(at),
  );
  return precision === 'month' ? day.slice(0, 'yyyy-mm'.length) : day;
}

/** The ban's own statements, then each date. */
export function factSheet({ ban, deadlines, sources }: PopupView): readonly Fact[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const sourcesOf = (ids: readonly string[]) =>
    ids.flatMap((id): FactSource[] => {
      const source = byId.get(id);
      if (!source) return [];
      const { title, publisher, reference = '', url, official, kind, reading } = source;
      return [
        {
          title,
          publisher,
          reference,
          url,
          isOfficial: official,
          kind: kind ?? '',
          reading: reading ?? '',
        },
      ];
    });
  const statements = [{ id: 'headline', statements: [ban.headline] }, ...ban.sections];
  return [
    ...statements.flatMap((section) =>
      section.statements.map((one) => ({
        id: `${section.id}.${one.id}`,
        section: section.id,
        statement: withoutIsolates(one.text),
        date: '',
        isConfirmed: one.confirmed,
        sources: sourcesOf(one.sources),
      })),
    ),
    ...deadlines.map((one) => ({
      id: `date.${one.id}`,
      section: 'date',
      statement: withoutIsolates(`${one.title}: ${one.text}`),
      date: dayIn(one),
      isConfirmed: one.confirmed,
      sources: sourcesOf(one.sources),
    })),
  ];
}

const columns = [
  'id',
  'section',
  'date',
  'statement',
  'confirmed',
  'source',
  'publisher',
  'reference',
  'url',
  'kind',
  'reading',
] as const;

/** A cell that a spreadsheet would take for a formula is made a text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** One line for each statement and source, as RFC 4180 says, with the sign by which spreadsheets know UTF-8. */
export function factsCsv(facts: readonly Fact[]): string {
  const lines = facts.flatMap(({ id, section, date, statement, isConfirmed, sources }) => {
    const own = [id, section, date, statement, isConfirmed ? 'yes' : 'no'];
    const none = { title: '', publisher: '', reference: '', url: '', kind: '', reading: '' };
    return (sources.length > 0 ? sources : [none]).map(
      ({ title, publisher, reference, url, kind, reading }) => [
        ...own,
        title,
        publisher,
        reference,
        url,
        kind,
        reading,
      ],
    );
  });
  return `\uFEFF${[columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The same with the advisory's version, for programs. */
export function factsJson(
  facts: readonly Fact[],
  { version, issued, expires }: PopupView['advisory'],
): string {
  return `${JSON.stringify({ advisory: { version, issued, expires }, facts }, null, 2)}\n`;
}
