// The open questions: stored first, then announced by our own page and the badge.
import { pagePath } from '../../pages/pages.ts';
import { own } from '../../core/report/events.ts';
import type { Question } from '../../core/decision/question.ts';
import { addressAttributes, fileAttributes, ruleAttributes } from '../../core/report/redact.ts';
import { notify } from '../../platform/worker/notifications.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { focusTab, openTab, ownTabs, type TabFacts } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { showDefaultBadge } from '../base/badge.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { isTraceToBeTold } from '../traces/look.ts';
import { report } from '../report/report.ts';
import { questionNotification } from '../base/notification-ids.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

export async function openQuestions(): Promise<Question[]> {
  return [...(await read(state.questions)), ...(await read(state.privateQuestions))];
}

export async function changeQuestions(
  change: (questions: readonly Question[]) => readonly Question[],
): Promise<void> {
  await update(state.questions, change);
  await update(state.privateQuestions, change);
  await countQuestions();
}

/** What the toolbar icon says on tabs that have no sign of their own: open questions, else a trace where traces are watched. */
export async function countQuestions(): Promise<void> {
  const [{ advisory }, settings, questions] = await Promise.all([
    currentAdvisory(),
    effectiveSettings(),
    openQuestions(),
  ]);
  const { language, t } = await currentLocale(settings, advisory);
  const count = questions.length;
  if (count > 0) {
    const number = new Intl.NumberFormat(language).format(count);
    return showDefaultBadge(String(count), t('badgeQuestions', t('extensionName'), number));
  }
  if (await isTraceToBeTold())
    return showDefaultBadge('!', t('badgeTraces', t('extensionName'), advisory.subject.name));
  await showDefaultBadge('', t('extensionName'));
}

/** One tab for all questions: brought to the front where it is open, else opened. */
export async function showQuestions(beside?: TabFacts): Promise<void> {
  const page = ownUrl(pagePath('question'));
  try {
    const [open] = await ownTabs(page);
    if (open) await focusTab(open);
    else await openTab(page, beside);
  } catch (cause) {
    // No window that may show our page, such as a locked-down or private-only browser.
    console.warn('The question page could not be opened; a notification stands in.', cause);
    const [{ advisory }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
    const { t } = await currentLocale(settings, advisory);
    await notify(
      questionNotification,
      t('questionNotificationTitle'),
      t('questionNotificationText'),
      t('questionNotificationButton'),
    );
  }
}

/** What a report says of a question: of the download alone, nothing of the page that it started on. */
export async function questionAttributes({ kind, finalUrl, fileName, label, rule }: Question) {
  const { advisory } = await currentAdvisory();
  return {
    ...addressAttributes(finalUrl),
    ...fileAttributes(fileName),
    ...ruleAttributes({ label, rule }, advisory.version),
    [own.questionKind]: kind,
  };
}

export async function ask(question: Question, beside?: TabFacts): Promise<void> {
  // The same link followed again is the same question.
  const isRepeated = (one: Question) =>
    question.kind === 'link' && one.kind === 'link' && one.url === question.url;
  await update(question.isPrivate ? state.privateQuestions : state.questions, (questions) => [
    ...questions.filter((one) => !isRepeated(one)),
    question,
  ]);
  await countQuestions();
  await showQuestions(beside);
  await report('download.held', await questionAttributes(question), question);
}
