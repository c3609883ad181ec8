// Answers to questions, given on our own page. Each is stored before it is carried out, so that a
// restarted worker can finish it.
import { findDownload, type BrowserDownload } from '../../core/decision/held-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import { downloadsOf, findDownloadById } from '../../platform/worker/downloads/downloads.ts';
import { findTab } from '../../platform/worker/tabs.ts';
import { navigateTab, openTab } from '../../platform/worker/tab-actions.ts';
import { pageShownIn } from '../base/current-page.ts';
import { showCanceled } from '../block/stop.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { allow, beginKept, newStartMs, settleKept } from './kept.ts';
import { conclude } from './outcome.ts';
import { storedQuestions } from './open.ts';
import { changeQuestion, changeQuestions } from './questions.ts';
import { endDownload } from './remove.ts';

/** Uses the link's own tab if it still shows the same page, otherwise a new tab. */
async function followLink(question: Question): Promise<void> {
  const { url, finalUrl, tabId, referrer } = question;
  await allow({ addresses: [url, finalUrl], until: now() + newStartMs }, question);
  const shown = tabId === undefined ? null : await pageShownIn(tabId).catch(() => null);
  if (tabId !== undefined && shown?.url === referrer) return navigateTab(tabId, url);
  await openTab(url, tabId === undefined ? undefined : await findTab(tabId));
}

async function settleLink(question: Question): Promise<void> {
  if (question.answer === 'keep') await followLink(question);
  await conclude(question, question.answer === 'keep' ? 'followed' : 'canceled');
}

async function settleCanceled(question: Question): Promise<void> {
  if (question.state === 'refused' && !question.isBlocked) {
    await conclude(question, 'refused');
    return;
  }
  const download = await downloadOf(question);
  const ending = download ? await endDownload(download.id) : 'canceled';
  await conclude(question, ending);
  if (question.isBlocked) await showCanceled(question, ending);
}

export async function downloadOf(question: Question): Promise<BrowserDownload | undefined> {
  const { url, downloadId } = question;
  const byId = downloadId === undefined ? undefined : await findDownloadById(downloadId);
  return findDownload(question, [...(byId ? [byId] : []), ...(await downloadsOf(url))]);
}

/** Carries out an answer, or continues where a stopped worker left off. */
export async function settle(question: Question): Promise<void> {
  if (question.kind === 'link') return settleLink(question);
  if (question.answer !== 'keep') return settleCanceled(question);
  await (question.isBegun ? settleKept : beginKept)(question, await downloadOf(question));
}

/** Takes a person's answer. A question that is already being answered keeps its first answer. */
export async function giveAnswer({ id, answer }: RequestOf<'answer-question'>): Promise<void> {
  if (answer === 'keep' && !mayProceed((await policy()).values, (await effectiveSettings()).mode))
    throw new Error('The policy does not let people go on.');
  let taken: Question | undefined;
  await changeQuestions((questions) =>
    questions.map((one) => {
      if (one.id !== id || one.answer !== undefined) return one;
      if (answer === 'keep' && one.state === 'refused') return one;
      taken = { ...one, answer };
      return taken;
    }),
  );
  if (!taken) return;
  try {
    await settle(taken);
  } catch (cause) {
    // Open the question again, so that the person sees that nothing happened.
    await changeQuestion(id, ({ answer: _, isBegun: __, ...open }) => open);
    throw cause;
  }
}

/** Finishes answers that a stopped worker left behind. A failure doesn't stop the others. */
export async function finishAnswers(): Promise<void> {
  for (const question of await storedQuestions()) {
    if (question.answer === undefined || question.isUnnamed) continue;
    await settle(question).catch((cause: unknown) =>
      console.error(`The answer to ${question.id} could not be carried out.`, cause),
    );
  }
}
