// What a help desk needs on one page: what was found, by which rule, the dates, the sources, the advisory's version.
import type { PopupView } from '../core/popup-view.ts';
import type { Say } from '../core/say.ts';
import { calendarDay } from '../core/calendar-day.ts';
import { deadlineDate } from '../core/deadline-words.ts';
import { isolated, withoutIsolates } from '../core/direction.ts';
import { sourceNotes } from '../ui/source-note.ts';
import { ownDates } from './own-dates.ts';

export interface TicketLine {
  readonly text: string;
  /** Where it is from. Apart from the words: an address reads from the left in each language. */
  readonly address?: string;
}

export interface TicketSection {
  readonly heading: string;
  readonly lines: readonly TicketLine[];
}

const mostDates = 6;

/** Never the whole address: of it the host is enough, and the rest may be personal. */
export function ticketSections(view: PopupView, now: number, language: string, say: Say): TicketSection[] {
  const plainLines = (texts: readonly string[]) => texts.map((text) => ({ text }));
  const { page, ban, advisory, sources } = view;
  const dates = ownDates(view).own.filter(({ kind, state }) => kind === 'law' || state !== 'past').slice(-mostDates);
  const used = new Set([...(page.notice?.sources ?? []), ...ban.headline.sources, ...dates.flatMap((date) => date.sources)]);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(now);
  return [
    {
      heading: say('popupTicketFound'),
      lines: plainLines([
        say(`popupVerdict_${page.label.replaceAll('-', '_')}`),
        ...(page.host ? [say('popupTicketHost', page.host)] : []),
        ...(page.notice ? [page.notice.title, page.notice.text] : []),
        say('popupTicketSeen', when),
      ]),
    },
    ...(page.rule ? [{ heading: say('popupWhy'), lines: plainLines([page.reason, `${say('popupRule')} ${isolated(page.rule, language)}`]) }] : []),
    { heading: say('popupStands'), lines: plainLines([ban.headline.text]) },
    {
      heading: say('popupDates'),
      lines: plainLines(dates.map((date) => `${deadlineDate(date, language)} – ${date.title}: ${date.text}`)),
    },
    {
      heading: say('popupTicketSources'),
      lines: sources.filter(({ id }) => used.has(id)).map((source) => ({
        text: isolated([source.title, ...sourceNotes(source, say)].join(', '), language),
        address: source.url,
      })),
    },
    {
      heading: say('popupTicketAdvisory'),
      lines: plainLines([
        advisory.edition,
        ...(advisory.factsChecked === null ? [] : [say('sourceFactsChecked', calendarDay(advisory.factsChecked, language, 'UTC'))]),
        say(advisory.isExpired ? 'popupExpired' : 'popupTicketExpires', calendarDay(advisory.expires, language, 'UTC')),
      ]),
    },
  ];
}

/** As plain text, for any ticket system. */
export function ticketText(title: string, sections: readonly TicketSection[]): string {
  const parts = sections.map(({ heading, lines }) => [heading, ...lines.map(({ text, address }) => `- ${[text, address].filter(Boolean).join(': ')}`)].join('\n'));
  return withoutIsolates(`${[title, ...parts].join('\n\n')}\n`);
}
