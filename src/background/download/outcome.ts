// Ends a question: reports the outcome once, then shows it on our page.
import { own } from '../../core/report/events.ts';
import { nameOf } from '../../core/view/build-questions.ts';
import type { Answered, Question } from '../../core/decision/question.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { report } from '../report/report.ts';
import { noteAnswered } from './noted.ts';
import { changeQuestion, questionAttributes } from './questions.ts';

const keptAnswers = 50;

/** Shows the outcome, newest first. A later outcome of the same question replaces it. */
export async function remember(
  question: Question,
  outcome: Answered['outcome'],
  site = '',
): Promise<void> {
  const { id, isPrivate } = question;
  const told: Answered = {
    id,
    fileName: nameOf(question),
    outcome,
    ...(site ? { site } : {}),
    ...(isPrivate ? { isPrivate } : {}),
  };
  await update(state.answered, (answered) =>
    (answered.some(({ id }) => id === told.id)
      ? answered.map((one) => (one.id === told.id ? told : one))
      : [told, ...answered]
    ).slice(0, keptAnswers),
  );
}

/** Ended by this worker. The question is removed only after it was reported. */
const concluded = new Set<string>();

/** False if it ended before: several events can announce the same end. */
export async function conclude(
  question: Question,
  outcome: Answered['outcome'],
  site = '',
): Promise<boolean> {
  if (concluded.has(question.id)) return false;
  concluded.add(question.id);
  // The id is derived from the question, so that a repeated answer is reported once.
  const { isPrivate, isBlocked, id } = question;
  const asked = {
    [own.questionKind]: question.kind,
    [own.questionAnswer]: outcome,
  };
  const told = {
    ...(await questionAttributes(question)),
    ...(isBlocked ? { [own.downloadOutcome]: outcome } : asked),
  };
  await report(isBlocked ? 'download.canceled' : 'download.answered', told, {
    isPrivate,
    id: `${id}-answered`,
  });
  // What the browser itself refused may still go on, and is a new question then.
  if (outcome !== 'refused') await noteAnswered(question);
  await changeQuestion(id, () => null);
  if (!isBlocked) await remember(question, outcome, site);
  return true;
}
