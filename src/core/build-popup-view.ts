// Everything the popup shows: from the advisory that counts, the page it was opened on, the settings and the clock.
import type { Advisory, Statement } from './advisory/schema.ts';
import { factsChecked } from './advisory/facts-checked.ts';
import type { Text } from './advisory/text.ts';
import { deadlineState, inOrder } from './advisory/timeline.ts';
import { translate } from './advisory/translate.ts';
import { textDirection } from './direction.ts';
import { calendarDay } from './calendar-day.ts';
import { concernOf } from './concern.ts';
import { deadlineWhen } from './deadline-words.ts';
import { noticeText } from './decision/build-notice.ts';
import { labelBehaviour } from './detection/labels.ts';
import { readableHost } from './detection/readable-host.ts';
import type { Verdict } from './detection/verdict.ts';
import { everySiteOrder, type EffectiveSettings } from './policy/effective.ts';
import type { PolicyValues } from './policy/keys.ts';
import { organisationView } from './policy/organisation.ts';
import type { Say } from './say.ts';
import { banSections, type PopupView, type StatementView, type StepGroupView, type StepView } from './popup-view.ts';

export interface PopupFacts {
  readonly advisory: Advisory;
  readonly origin: PopupView['advisory']['origin'];
  readonly language: string;
  /** Interface strings of that language. */
  readonly say: Say;
  readonly now: number;
  /** Address of the page; empty where the browser doesn't tell it. */
  readonly url: string;
  readonly tabId?: number | undefined;
  readonly verdict: Verdict | null;
  readonly snoozedUntil: string | null;
  readonly openQuestions: number;
  readonly settings: EffectiveSettings;
  /** IANA name of the computer's zone; empty where it is not told. */
  readonly timeZone?: string;
  readonly policy?: PolicyValues;
  readonly doneSteps?: readonly string[];
}

type PageOfPopup = Pick<PopupFacts, 'advisory' | 'language' | 'url' | 'tabId' | 'verdict' | 'snoozedUntil'>;
type Translate = (text: Text | undefined) => string;
type Step = Advisory['removal']['verify'][number];
type StepGroup = Advisory['removal']['before'][number];

export function buildPopupView(facts: PopupFacts): PopupView {
  const { advisory, language, say, now, settings } = facts;
  const said: Translate = (text) => (text ? translate(text, language) : '');
  // Ids of another advisory must not leave a person with nothing at all.
  const chosen = advisory.jurisdictions.filter(({ id }) => settings.jurisdictions.includes(id));
  const jurisdictions = chosen.length > 0 ? chosen : advisory.jurisdictions;
  const shown = new Set(jurisdictions.map(({ id }) => id));
  return {
    language,
    direction: textDirection(language),
    subject: advisory.subject.name,
    page: pageView(facts, said),
    concern: concernView(facts, said),
    ban: {
      headline: statementView(advisory.ban.headline, said),
      sections: banSections
        .map((id) => ({ id, statements: advisory.ban[id].map((statement) => statementView(statement, said)) }))
        .filter(({ statements }) => statements.length > 0),
    },
    deadlines: inOrder(advisory.deadlines.filter(({ jurisdiction }) => shown.has(jurisdiction))).map((deadline) => {
      const state = deadlineState(deadline, now);
      return {
        ...deadline,
        state,
        when: deadlineWhen({ ...deadline, state }, now, language, say),
        title: said(deadline.title),
        text: said(deadline.text),
        affects: said(deadline.affects),
      };
    }),
    jurisdictions: jurisdictions.map(({ id, name, kind, statements }) => ({
      id,
      name: said(name),
      kind,
      statements: statements.map((statement) => statementView(statement, said)),
    })),
    applicability: applicabilityView(advisory.applicability, said),
    questions: advisory.questions.map((entry) => ({ ...entry, question: said(entry.question), answer: said(entry.answer) })),
    alternatives: alternativesView(advisory.alternatives, language, said),
    removal: removalView(advisory.removal, said),
    doneSteps: facts.doneSteps ?? [],
    sources: advisory.sources,
    organisation: organisationView(facts.policy ?? {}, language),
    everySite: everySiteOrder(facts.policy ?? {}),
    reports: reportsView(facts.policy ?? {}),
    advisory: {
      version: advisory.version,
      issued: advisory.issued,
      edition: say('popupVersion', new Intl.NumberFormat(language, { useGrouping: false }).format(advisory.version), calendarDay(advisory.issued, language, 'UTC')),
      factsChecked: factsChecked(advisory),
      expires: advisory.expires,
      isExpired: Date.parse(advisory.expires) <= now,
      origin: facts.origin,
    },
    openQuestions: facts.openQuestions,
  };
}

/** What the popup says of one page. */
export function buildPageView(facts: PageOfPopup): PopupView['page'] {
  return pageView(facts, (text) => (text ? translate(text, facts.language) : ''));
}

function pageView({ advisory, url, tabId: known, verdict, snoozedUntil }: PageOfPopup, said: Translate): PopupView['page'] {
  const host = URL.canParse(url) ? readableHost(new URL(url).hostname) : '';
  const tabId = known ?? null;
  if (!verdict) return { tabId, host, label: 'unknown', tier: 'none', rule: '', reason: '', notice: null, snoozedUntil };
  const notice = noticeText(advisory, verdict.label);
  return {
    tabId,
    host,
    label: verdict.label,
    tier: labelBehaviour[verdict.label].tier,
    rule: verdict.rule,
    reason: said(verdict.reason),
    notice: notice ? { title: said(notice.title), text: said(notice.text), sources: notice.sources } : null,
    snoozedUntil,
  };
}

function concernView({ advisory, settings, policy, timeZone = '' }: PopupFacts, said: Translate): PopupView['concern'] {
  const concern = concernOf(advisory, settings.jurisdictions, timeZone, Boolean(policy?.organisationName));
  if (!concern) return null;
  const { jurisdiction, isGuess, isAtWork, place, answer } = concern;
  return {
    placeName: said(jurisdiction.name),
    isGuess,
    isAtWork,
    placeId: place.id,
    outcome: answer.outcome,
    title: said(answer.title),
    text: said(answer.text),
    sources: answer.sources,
    local: jurisdiction.kind === 'ban' ? [] : jurisdiction.statements.map((statement) => statementView(statement, said)),
  };
}

function reportsView({ reportAddress, organisationName = '' }: PolicyValues): PopupView['reports'] {
  return reportAddress === undefined ? null : { organisation: organisationName, host: new URL(reportAddress).host };
}

function statementView({ id, text, sources, confirmed }: Statement, said: Translate): StatementView {
  return { id, text: said(text), sources, confirmed };
}

function applicabilityView(table: Advisory['applicability'], said: Translate): PopupView['applicability'] {
  const choices = (list: readonly { readonly id: string; readonly label: Text }[]) => list.map(({ id, label }) => ({ id, label: said(label) }));
  return {
    places: choices(table.places),
    roles: choices(table.roles),
    products: choices(table.products),
    answers: table.answers.map((row) => ({
      id: row.id,
      places: row.places ?? null,
      roles: row.roles ?? null,
      products: row.products ?? null,
      outcome: row.outcome,
      title: said(row.title),
      text: said(row.text),
      limits: said(row.limits),
      sources: row.sources,
    })),
  };
}

function alternativesView({ criteria, needs, products }: Advisory['alternatives'], language: string, said: Translate): PopupView['alternatives'] {
  const byName = new Intl.Collator(language).compare;
  return {
    criteria: criteria.map((statement) => statementView(statement, said)),
    needs: needs.map(({ id, label, note, noteSources }) => ({ id, label: said(label), note: said(note), noteSources: noteSources ?? [] })),
    products: products
      .toSorted((one, other) => byName(one.name, other.name))
      .map((product) => ({
        ...product,
        seat: said(product.seat),
        facts: product.facts.map((statement) => statementView(statement, said)),
        cautions: product.cautions.map((statement) => statementView(statement, said)),
      })),
  };
}

function removalView(removal: Advisory['removal'], said: Translate): PopupView['removal'] {
  const step = ({ text, systems, ...rest }: Step): StepView => ({ ...rest, text: said(text), systems: systems ?? null });
  const group = ({ id, title, steps }: StepGroup): StepGroupView => ({ id, title: said(title), steps: steps.map(step) });
  return {
    principles: removal.principles.map((statement) => statementView(statement, said)),
    before: removal.before.map(group),
    systems: removal.systems.map(({ id, title, groups }) => ({ id, title: said(title), groups: groups.map(group) })),
    after: removal.after.map(group),
    replacement: {
      title: said(removal.replacement.title),
      facts: removal.replacement.facts.map((statement) => statementView(statement, said)),
      steps: removal.replacement.steps.map(step),
    },
    verify: removal.verify.map(step),
  };
}
