// What waits for an answer, and the badge that says so.
import type { BrowserDownload } from '../../core/decision/held-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { tracePolicy } from '../../core/policy/effective.ts';
import { currentRules } from '../advisory/current.ts';
import { showDefaultBadge } from '../base/badge.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { currentLocale } from '../policy/locale.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';

/** Every stored question, including answered ones that aren't finished yet. */
export async function storedQuestions(): Promise<Question[]> {
  return [...(await read(state.questions)), ...(await read(state.privateQuestions))];
}

/** Those that are kept where this download's would be: a private window's are apart. */
export function questionsBeside({
  isPrivate,
}: Pick<BrowserDownload, 'isPrivate'>): Promise<readonly Question[]> {
  return read(isPrivate ? state.privateQuestions : state.questions);
}

/** Questions that wait for a person. */
export async function openQuestions(): Promise<Question[]> {
  return (await storedQuestions()).filter(({ answer, isUnnamed }) => !answer && !isUnnamed);
}

/** Only where somebody wanted traces to be watched is there anything to say of them. */
async function isTraceToBeTold(): Promise<boolean> {
  const [{ watched }, { values }] = await Promise.all([read(state.traceConsent), policy()]);
  if (watched.length === 0 && tracePolicy(values) === null) return false;
  return (await import('../traces/told.ts')).isTraceToBeTold();
}

export async function countQuestions(): Promise<void> {
  const [{ advisory }, settings, questions] = await Promise.all([
    currentRules(),
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
