// The data for our question page.
import { buildQuestionsView } from '../../core/view/build-questions.ts';
import type { QuestionsView } from '../../core/decision/question.ts';
import { organizationView } from '../../core/policy/organization.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import type { RequestOf } from '../../messages.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { currentLocale } from '../policy/locale.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { giveAnswer } from './answered.ts';
import { adoptHeld } from './changed.ts';
import { openQuestions } from './open.ts';

export async function getQuestionsView(): Promise<QuestionsView> {
  const [{ advisory }, settings, questions, answered] = await Promise.all([
    currentAdvisory(),
    effectiveSettings(),
    openQuestions(),
    read(state.answered),
  ]);
  const { language } = await currentLocale(settings, advisory);
  const { values } = await policy();
  return buildQuestionsView(questions, answered, {
    advisory,
    language,
    organization: organizationView(values, language),
    mayKeep: mayProceed(values, settings.mode),
  });
}

export async function answerQuestion(
  request: RequestOf<'answer-question'>,
): Promise<QuestionsView> {
  await giveAnswer(request);
  // There may be room now for downloads that had none.
  await adoptHeld();
  return getQuestionsView();
}
