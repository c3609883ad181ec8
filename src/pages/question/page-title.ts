// The page's heading and the tab's title: what is waiting, most important first.
import type { QuestionsView } from '../../core/decision/question.ts';
import type { Translate } from '../../core/i18n/messages.ts';
import { tCount } from '../shared/text.ts';

const titles = {
  finished: 'questionTitleFinished',
  gone: 'questionTitleGone',
  refused: 'questionTitleRefused',
} as const;

/** One kind and state has its own wording; a mixture shows a number. */
export function pageTitle({ questions, language }: QuestionsView, t: Translate): string {
  const [first] = questions;
  if (!first) return t('questionTitleNone');
  const isUniform = questions.every(
    ({ kind, state }) => kind === first.kind && state === first.state,
  );
  if (!isUniform) return tCount(t, language, 'questionTitleMixed', questions.length);
  if (first.state !== 'held') return tCount(t, language, titles[first.state], questions.length);
  return tCount(
    t,
    language,
    first.kind === 'link' ? 'questionTitleLink' : 'questionTitleDownload',
    questions.length,
  );
}
