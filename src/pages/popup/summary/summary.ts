// What a help desk needs on one page: what was found, by which rule, the dates, the sources, the advisory's version.
import type { PopupView } from '../../../core/view/popup/popup.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import { formatDay } from '../../../core/i18n/format-day.ts';
import { deadlineDate } from '../../../core/dates/deadline-words.ts';
import { isolated, withoutIsolates } from '../../../core/i18n/bidi.ts';
import { sourceNotes } from '../../shared/sources/source-note.ts';
import { traceAnswer } from '../../shared/traces/trace-findings.tsx';
import { ownDates } from '../ban/dates/own-dates.ts';

export interface SummaryLine {
  readonly text: string;
  /** Where it is from. Apart from the words: an address reads from the left in each language. */
  readonly address?: string;
}

export interface SummarySection {
  readonly heading: string;
  readonly lines: readonly SummaryLine[];
}

const mostDates = 6;

/** Never the whole address: of it the host is enough, and the rest may be personal. */
export function summarySections(
  view: PopupView,
  now: number,
  language: string,
  t: Translate,
): SummarySection[] {
  const plainLines = (texts: readonly string[]) => texts.map((text) => ({ text }));
  const { page, ban, advisory, sources } = view;
  const dates = ownDates(view)
    .own.filter(({ kind, state }) => kind === 'law' || state !== 'past')
    .slice(-mostDates);
  const used = new Set([
    ...(page.notice?.sources ?? []),
    ...ban.headline.sources,
    ...dates.flatMap((date) => date.sources),
  ]);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    now,
  );
  return [
    {
      heading: t('popupTicketFound'),
      lines: plainLines([
        t(`popupVerdict_${page.label.replaceAll('-', '_')}`),
        ...(page.host ? [t('popupTicketHost', page.host)] : []),
        ...(page.notice ? [page.notice.title, page.notice.text] : []),
        t('popupTicketSeen', when),
      ]),
    },
    ...(page.rule
      ? [
          {
            heading: t('popupWhy'),
            lines: plainLines([page.reason, `${t('popupRule')} ${isolated(page.rule, language)}`]),
          },
        ]
      : []),
    ...(view.traces.findings.length > 0
      ? [
          {
            heading: t('tracesTicket'),
            lines: plainLines([
              traceAnswer(view.traces, t),
              ...view.traces.findings.map(
                ({ what, when, browser, sureness }) =>
                  `${what} ${t(`tracesSureness_${sureness}`)} ${t('tracesSeenIn', when, browser)}`,
              ),
            ]),
          },
        ]
      : []),
    { heading: t('popupStands'), lines: plainLines([ban.headline.text]) },
    {
      heading: t('popupDates'),
      lines: plainLines(
        dates.map((date) => `${deadlineDate(date, language)} – ${date.title}: ${date.text}`),
      ),
    },
    {
      heading: t('popupTicketSources'),
      lines: sources
        .filter(({ id }) => used.has(id))
        .map((source) => ({
          text: isolated([source.title, ...sourceNotes(source, t)].join(', '), language),
          address: source.url,
        })),
    },
    {
      heading: t('popupTicketAdvisory'),
      lines: plainLines([
        advisory.edition,
        ...(advisory.factsChecked === null
          ? []
          : [t('sourceFactsChecked', formatDay(advisory.factsChecked, language, 'UTC'))]),
        t(
          advisory.isExpired ? 'popupExpired' : 'popupTicketExpires',
          formatDay(advisory.expires, language, 'UTC'),
        ),
      ]),
    },
  ];
}

/** As plain text, for any ticket system. */
export function summaryText(title: string, sections: readonly SummarySection[]): string {
  const parts = sections.map(({ heading, lines }) =>
    [
      heading,
      ...lines.map(({ text, address }) => `- ${[text, address].filter(Boolean).join(': ')}`),
    ].join('\n'),
  );
  return withoutIsolates(`${[title, ...parts].join('\n\n')}\n`);
}
