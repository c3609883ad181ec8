// The page's heading and the tab's title: what waits, said first.
import type { QuestionsView } from '../../core/decision/question.ts';
import type { Say } from '../../core/i18n/messages.ts';
import { sayCount } from '../shared/plural.ts';

/** One kind and state has its own words; a mixture is counted. */
export function pageTitle({ questions, language }: QuestionsView, say: Say): string {
  const [first] = questions;
  if (!first) return say('questionTitleNone');
  const isUniform = questions.every(({ kind, state }) => kind === first.kind && state === first.state);
  if (!isUniform) return sayCount(say, language, 'questionTitleMixed', questions.length);
  if (first.state !== 'held') return sayCount(say, language, first.state === 'finished' ? 'questionTitleFinished' : 'questionTitleGone', questions.length);
  return sayCount(say, language, first.kind === 'link' ? 'questionTitleLink' : 'questionTitleDownload', questions.length);
}
