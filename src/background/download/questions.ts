// Open questions: stored first, then announced by our own page and the badge.
import { pagePath } from '../../pages/pages.ts';
import { own } from '../../core/report/events.ts';
import { bounded, hasRoom, siteOf, type Question } from '../../core/decision/question.ts';
import { addressAttributes, fileAttributes, ruleAttributes } from '../../core/report/redact.ts';
import { now } from '../../platform/clock.ts';
import { setAlarm } from '../../platform/worker/alarms.ts';
import { tell } from '../base/tell.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { focusTab, openTab } from '../../platform/worker/tab-actions.ts';
import { ownTabs, type TabFacts } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { showAlarm } from '../base/first-turn.ts';
import { createMutex } from '../base/mutex.ts';
import { questionNotification } from '../base/first-turn.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { report } from '../report/report.ts';
import { countQuestions, openQuestions } from './open.ts';

export async function changeQuestions(
  change: (questions: readonly Question[]) => readonly Question[],
): Promise<void> {
  await update(state.questions, change);
  await update(state.privateQuestions, change);
  await countQuestions();
}

/** Changes one question, or removes it. */
export function changeQuestion(
  id: string,
  change: (question: Question) => Question | null,
): Promise<void> {
  return changeQuestions((questions) =>
    questions.some((one) => one.id === id)
      ? questions.flatMap((one) => (one.id === id ? (change(one) ?? []) : one))
      : questions,
  );
}

/** False if there is no room for it. Following the same link again replaces its question. */
export async function addQuestion(question: Question): Promise<boolean> {
  const added = bounded(question);
  const isRepeated = (one: Question) =>
    added.kind === 'link' && one.kind === 'link' && one.url === added.url && !one.answer;
  let isStored = false;
  await update(added.isPrivate ? state.privateQuestions : state.questions, (questions) => {
    const others = questions.filter((one) => !isRepeated(one));
    // Those that policy answers end by themselves, and wait for nobody.
    const alike = others.filter(({ isBlocked }) => isBlocked === added.isBlocked);
    isStored = hasRoom(alike, siteOf(added));
    return isStored ? [...others, added] : questions;
  });
  return isStored;
}

const showAgainMs = 60_000;

/** Two at the same time would open two tabs. */
const inTurn = createMutex();

/** Shows all questions in one tab: focuses it, or opens it. */
export function showQuestions(beside?: TabFacts): Promise<void> {
  return inTurn(async () => {
    const page = ownUrl(pagePath('question'));
    try {
      const [open] = await ownTabs(page);
      if (open) await focusTab(open);
      else await openTab(page, beside);
    } catch (cause) {
      // For example a browser that is locked down, has private windows only, or no window.
      console.warn('The question page could not be opened; a notification stands in.', cause);
      await setAlarm(showAlarm, now() + showAgainMs);
      const [{ advisory }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
      const { t } = await currentLocale(settings, advisory);
      await tell(
        questionNotification,
        t('questionNotificationTitle'),
        t('questionNotificationText'),
        t('questionNotificationButton'),
      );
    }
  });
}

/** Tries again, if they could not be shown before. */
export async function showWaitingQuestions(): Promise<void> {
  if ((await openQuestions()).length > 0) await showQuestions();
}

/** Report attributes of a question: only the download, not the page it started on. */
export function questionAttributes(question: Question) {
  return {
    ...addressAttributes(question.finalUrl),
    ...fileAttributes(question.fileName),
    ...ruleAttributes(question),
  };
}

/** Shows a stored question to the person. */
export async function announce(question: Question, beside?: TabFacts): Promise<void> {
  await countQuestions();
  await showQuestions(beside);
  const told = {
    ...questionAttributes(question),
    [own.questionKind]: question.kind,
  };
  await report('download.held', told, question);
}
