// Builds the popup's view from the current advisory, the page, the settings and the clock.
import type { Advisory } from '../../advisory/schema.ts';
import { noTraces, type TracesView } from '../../traces/view.ts';
import { factsChecked } from '../../advisory/facts-checked.ts';
import { type Text, translate } from '../../i18n/text.ts';
import { deadlineState, inOrder } from '../../dates/deadlines.ts';
import { textDirection } from '../../i18n/bidi.ts';
import { formatDay } from '../../i18n/format-day.ts';
import { removalView, statementView, type TextOf } from './build-removal.ts';
import { likelyAnswer } from '../../advisory/likely-answer.ts';
import { deadlineWhen } from '../../dates/deadline-words.ts';
import { buildPageView } from './build-page.ts';
import type { RuleVerdict } from '../../detection/model/verdict.ts';
import { everySitePolicy, type EffectiveSettings } from '../../policy/effective.ts';
import type { PolicyValues } from '../../policy/keys.ts';
import { organizationView } from '../../policy/organization.ts';
import type { Translate } from '../../i18n/messages.ts';
import { emptyPlan, type Plan } from '../../plan/plan.ts';
import { planProgress } from './plan-progress.ts';
import { banSections, type PopupView } from './popup.ts';

export interface PopupFacts {
  readonly advisory: Advisory;
  readonly origin: PopupView['advisory']['origin'];
  readonly language: string;
  /** Interface strings of that language. */
  readonly t: Translate;
  readonly now: number;
  /** URL of the page; empty if the browser doesn't reveal it. */
  readonly url: string;
  readonly tabId?: number | undefined;
  readonly verdict: RuleVerdict | null;
  readonly snoozedUntil: string | null;
  readonly openQuestions: number;
  readonly troubles?: PopupView['troubles'];
  readonly settings: EffectiveSettings;
  /** IANA time zone of the computer; empty if unknown. */
  readonly timeZone?: string;
  readonly policy?: PolicyValues;
  readonly plan?: Plan;
  readonly traces?: TracesView;
}

export function buildPopupView(facts: PopupFacts): PopupView {
  const { advisory, language, t, now, settings } = facts;
  const textOf: TextOf = (text) => (text ? translate(text, language) : '');
  // If all chosen ids are from another advisory, show everything rather than nothing.
  const chosen = advisory.jurisdictions.filter(({ id }) => settings.jurisdictions.includes(id));
  const jurisdictions = chosen.length > 0 ? chosen : advisory.jurisdictions;
  const shown = new Set(jurisdictions.map(({ id }) => id));
  const removal = removalView(advisory.removal, textOf);
  const plan = facts.plan ?? emptyPlan;
  return {
    language,
    direction: textDirection(language),
    subject: advisory.subject.name,
    page: buildPageView(facts),
    concern: concernView(facts, textOf),
    ban: {
      headline: statementView(advisory.ban.headline, textOf),
      sections: banSections
        .map((id) => ({
          id,
          statements: advisory.ban[id].map((statement) => statementView(statement, textOf)),
        }))
        .filter(({ statements }) => statements.length > 0),
    },
    deadlines: inOrder(
      advisory.deadlines.filter(({ jurisdiction }) => shown.has(jurisdiction)),
    ).map((deadline) => {
      const state = deadlineState(deadline, now);
      return {
        ...deadline,
        state,
        when: deadlineWhen({ ...deadline, state }, now, language, t),
        title: textOf(deadline.title),
        text: textOf(deadline.text),
        affects: textOf(deadline.affects),
      };
    }),
    jurisdictions: jurisdictions.map(({ id, name, kind, statements }) => ({
      id,
      name: textOf(name),
      kind,
      statements: statements.map((statement) => statementView(statement, textOf)),
    })),
    applicability: applicabilityView(advisory.applicability, textOf),
    questions: advisory.questions.map((entry) => ({
      ...entry,
      question: textOf(entry.question),
      answer: textOf(entry.answer),
    })),
    alternatives: alternativesView(advisory.alternatives, language, textOf),
    removal,
    plan,
    progress: planProgress(removal, plan),
    traces: facts.traces ?? noTraces,
    sources: advisory.sources,
    organization: organizationView(facts.policy ?? {}, language),
    everySite: everySitePolicy(facts.policy ?? {}),
    reports: reportsView(facts.policy ?? {}),
    advisory: {
      version: advisory.version,
      issued: advisory.issued,
      edition: t(
        'popupVersion',
        new Intl.NumberFormat(language, { useGrouping: false }).format(advisory.version),
        formatDay(advisory.issued, language, 'UTC'),
      ),
      factsChecked: factsChecked(advisory),
      expires: advisory.expires,
      isExpired: Date.parse(advisory.expires) <= now,
      origin: facts.origin,
    },
    troubles: facts.troubles ?? [],
    openQuestions: facts.openQuestions,
  };
}

function concernView(
  { advisory, settings, policy, timeZone = '' }: PopupFacts,
  textOf: TextOf,
): PopupView['concern'] {
  const concern = likelyAnswer(
    advisory,
    settings.jurisdictions,
    timeZone,
    Boolean(policy?.organizationName),
  );
  if (!concern) return null;
  const { jurisdiction, isGuess, isAtWork, place, answer } = concern;
  return {
    placeName: textOf(jurisdiction.name),
    isGuess,
    isAtWork,
    placeId: place.id,
    outcome: answer.outcome,
    title: textOf(answer.title),
    text: textOf(answer.text),
    sources: answer.sources,
    local:
      jurisdiction.kind === 'ban'
        ? []
        : jurisdiction.statements.map((statement) => statementView(statement, textOf)),
  };
}

function reportsView({ reportAddress, organizationName = '' }: PolicyValues): PopupView['reports'] {
  return reportAddress === undefined
    ? null
    : { organization: organizationName, host: new URL(reportAddress).host };
}

function applicabilityView(
  table: Advisory['applicability'],
  textOf: TextOf,
): PopupView['applicability'] {
  const choices = (list: readonly { readonly id: string; readonly label: Text }[]) =>
    list.map(({ id, label }) => ({ id, label: textOf(label) }));
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
      title: textOf(row.title),
      text: textOf(row.text),
      limits: textOf(row.limits),
      sources: row.sources,
    })),
  };
}

function alternativesView(
  { criteria, needs, products }: Advisory['alternatives'],
  language: string,
  textOf: TextOf,
): PopupView['alternatives'] {
  const byName = new Intl.Collator(language).compare;
  return {
    criteria: criteria.map((statement) => statementView(statement, textOf)),
    needs: needs.map(({ id, label, note, noteSources }) => ({
      id,
      label: textOf(label),
      note: textOf(note),
      noteSources: noteSources ?? [],
    })),
    products: products
      .toSorted((one, other) => byName(one.name, other.name))
      .map((product) => ({
        ...product,
        seat: textOf(product.seat),
        facts: product.facts.map((statement) => statementView(statement, textOf)),
        cautions: product.cautions.map((statement) => statementView(statement, textOf)),
      })),
  };
}
