// All that can be found: each statement, date, answer, product and step of the view, with the place where it stands.
import { isolated } from '../../../core/i18n/bidi.ts';
import type { PopupView, StatementView } from '../../../core/view/popup/popup.ts';
import type { StepGroupView, StepView } from '../../../core/view/popup/steps.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import { dotted } from '../../shared/text.ts';
import { sourceNotes } from '../../shared/sources/source-note.ts';
import type { Part } from '../route.ts';

export interface SearchEntry {
  readonly id: string;
  /** Where it stands: the part, and the id of its element there. */
  readonly part: Part;
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
}

type Found = Omit<SearchEntry, 'id' | 'part'>;

const joined = (steps: readonly (StepView | StatementView)[]) =>
  steps.map(({ text }) => text).join(' ');

export function searchEntries(view: PopupView, t: Translate): SearchEntry[] {
  const byPart: readonly (readonly [Part, readonly Found[]])[] = [
    ['ban', banEntries(view, t)],
    [
      'dates',
      view.deadlines.map(({ id, title, text, affects }) => ({
        anchor: `date-${id}`,
        title,
        text: `${text} ${affects}`,
      })),
    ],
    ['me', meEntries(view, t)],
    ['switch', [...alternativeEntries(view, t), ...removalEntries(view, t)]],
    [
      'questions',
      view.questions.map(({ id, question, answer }) => ({
        anchor: `question-${id}`,
        title: question,
        text: answer,
      })),
    ],
  ];
  return byPart.flatMap(([part, found]) =>
    found.map((entry, index) => ({ ...entry, part, id: `${part} ${index}` })),
  );
}

function banEntries({ ban, jurisdictions, sources, language }: PopupView, t: Translate): Found[] {
  return [
    { anchor: 'headline', title: t('popupPart_ban'), text: ban.headline.text },
    ...ban.sections.flatMap(({ id: section, statements }) =>
      statements.map(({ id, text }) => ({
        anchor: `${section}-${id}`,
        title: t(section === 'summary' ? 'popupPart_ban' : `popupSection_${section}`),
        text,
      })),
    ),
    ...jurisdictions.map(({ id, name, statements }) => ({
      anchor: `place-${id}`,
      title: name,
      text: joined(statements),
    })),
    ...sources.map((source) => ({
      anchor: `source-${source.id}`,
      title: isolated(source.title, language),
      text: isolated(dotted(sourceNotes(source, t)), language),
    })),
  ];
}

function meEntries(
  { applicability: { places, roles, products, answers } }: PopupView,
  t: Translate,
): Found[] {
  const choices = Object.entries({ place: places, role: roles, product: products });
  return [
    ...answers.map(({ title, text, limits }) => ({
      anchor: 'me-title',
      title,
      text: `${text} ${limits}`,
    })),
    ...choices.map(([name, list]) => ({
      anchor: 'me-title',
      title: t(`popupMe_${name}`),
      text: dotted(list.map(({ label }) => label)),
    })),
  ];
}

function alternativeEntries({ alternatives }: PopupView, t: Translate): Found[] {
  const needs = new Map(alternatives.needs.map(({ id, label }) => [id, label]));
  return [
    ...alternatives.products.map(({ id, name, seat, needs: met, platforms, facts, cautions }) => ({
      anchor: `product-${id}`,
      title: name,
      text:
        dotted([
          met.map((need) => needs.get(need) ?? '').join(', '),
          platforms.map((one) => t(`popupPlatform_${one}`)).join(', '),
          seat,
        ]) + ` ${joined(facts)} ${joined(cautions)}`,
    })),
    ...alternatives.needs
      .filter(({ note }) => note)
      .map(({ id, label, note }) => ({ anchor: `need-${id}`, title: label, text: note })),
    ...alternatives.criteria.map(({ id, text }) => ({
      anchor: `criteria-${id}`,
      title: t('popupCriteria'),
      text,
    })),
  ];
}

function removalEntries({ removal }: PopupView, t: Translate): Found[] {
  const group =
    (place: string, prefix = '') =>
    ({ id, title, steps }: StepGroupView) => ({
      anchor: `steps-${place}-${id}`,
      title: prefix + title,
      text: joined(steps),
    });
  const { replacement, verify } = removal;
  return [
    ...removal.principles.map(({ id, text }) => ({
      anchor: `principles-${id}`,
      title: t('popupPart_switch'),
      text,
    })),
    ...removal.before.map(group('before')),
    ...removal.systems.flatMap(({ id, title, groups }) => groups.map(group(id, `${title}: `))),
    ...removal.after.map(group('after')),
    ...(verify.length > 0
      ? [{ anchor: 'steps-verify', title: t('popupVerify'), text: joined(verify) }]
      : []),
    {
      anchor: 'replacement',
      title: replacement.title,
      text: `${joined(replacement.facts)} ${joined(replacement.steps)}`,
    },
  ];
}
