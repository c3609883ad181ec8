// The answer to a question, given in our own page. Stored before it is carried out, so that a worker killed in between
// finishes it at its next start.
import { own } from '../../core/report/events.ts';
import { buildQuestionsView, nameOf } from '../../core/view/build-questions.ts';
import type { Allowance } from '../../core/decision/download-action.ts';
import { suggestedName } from '../../core/detection/file-name.ts';
import { findDownload, type BrowserDownload } from '../../core/decision/held-download.ts';
import type { Answered, Question, QuestionsView } from '../../core/decision/question.ts';
import { dayMs } from '../../core/base/time.ts';
import { organizationView } from '../../core/policy/organization.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import {
  downloadsOf,
  eraseDownload,
  findDownloadById,
  resumeDownload,
  startDownload,
} from '../../platform/worker/downloads.ts';
import { findTab, navigateTab, openTab } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { cancel } from './remove.ts';
import { policy } from '../policy/managed.ts';
import { changeQuestions, openQuestions, questionAttributes } from './questions.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { report } from '../report/report.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

const keptAnswers = 50;
/** Long enough for a slow server to begin the download that was kept. */
const newStartMs = 2 * 60_000;

async function allow(allowance: Allowance): Promise<void> {
  await update(state.allowances, (allowances) => [
    ...allowances.filter((one) => one.until > now()),
    allowance,
  ]);
}

/** Chromium announces the new download before it says that it is ours, so that an allowance has to let it pass. */
async function startAgain({ url, finalUrl, fileName, isPrivate }: Question): Promise<void> {
  await allow({ url, finalUrl, until: now() + newStartMs });
  await startDownload(url, suggestedName(fileName), isPrivate === true);
}

/** Not waited for: in Firefox it takes as long as the download. A server that can't go on where it stopped begins anew. */
async function resume(download: BrowserDownload, question: Question): Promise<void> {
  try {
    await resumeDownload(download.id);
  } catch (cause) {
    console.info(`Download ${download.id} could not be resumed.`, cause);
    const after = await findDownloadById(download.id);
    if (after && (after.isCanceled || after.receivedBytes > download.receivedBytes)) return;
    await eraseDownload(download.id);
    await startAgain(question);
  }
}

async function keepDownload(
  question: Question,
  download: BrowserDownload | undefined,
): Promise<void> {
  const { url, finalUrl } = question;
  if (download?.state === 'complete') return;
  if (download && (download.state === 'in_progress' || download.canResume)) {
    await allow({ url, finalUrl, downloadId: download.id, until: now() + dayMs });
    if (download.isPaused || download.state === 'interrupted') {
      resume(download, question).catch((cause: unknown) =>
        console.error(`Download ${download.id} could not be started again.`, cause),
      );
    }
    return;
  }
  if (download) await eraseDownload(download.id);
  await startAgain(question);
}

async function followLink(question: Question): Promise<void> {
  const { url, finalUrl, label, tabId } = question;
  await allow({ url, finalUrl, label, until: now() + newStartMs });
  if (tabId !== undefined && (await findTab(tabId))) await navigateTab(tabId, url);
  else await openTab(url);
}

async function carryOut(question: Question): Promise<Answered['outcome']> {
  const isKept = question.answer === 'keep';
  if (question.kind === 'link') {
    if (isKept) await followLink(question);
    return isKept ? 'kept' : 'canceled';
  }
  const download = findDownload(question, await downloadsOf(question.url));
  if (!isKept) return cancel(download);
  await keepDownload(question, download);
  return 'kept';
}

async function settle(question: Question): Promise<void> {
  try {
    const outcome = await carryOut(question);
    // Its id comes from the question, so that an answer which is finished twice is told once.
    const told = {
      ...(await questionAttributes(question)),
      [own.questionAnswer]: outcome,
    };
    await report('download.answered', told, {
      isPrivate: question.isPrivate,
      id: `${question.id}-answered`,
    });
    await changeQuestions((questions) => questions.filter((one) => one.id !== question.id));
    await update(state.answered, (answered) =>
      [{ id: question.id, fileName: nameOf(question), outcome }, ...answered].slice(0, keptAnswers),
    );
  } catch (cause) {
    // The question is open again, so that the person sees that nothing happened.
    await changeQuestions((questions) =>
      questions.map((one) => {
        const { answer: _, ...open } = one;
        return one.id === question.id ? open : one;
      }),
    );
    throw cause;
  }
}

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

export async function answerQuestion({
  id,
  answer,
}: RequestOf<'answer-question'>): Promise<QuestionsView> {
  if (answer === 'keep' && !mayProceed((await policy()).values, (await effectiveSettings()).mode))
    throw new Error('The policy does not let people go on.');
  const question = (await openQuestions()).find((one) => one.id === id && one.answer === undefined);
  if (question) {
    await changeQuestions((questions) =>
      questions.map((one) => (one.id === id ? { ...one, answer } : one)),
    );
    await settle({ ...question, answer });
  }
  return getQuestionsView();
}

/** Answers that a stopped worker left behind. */
export async function finishAnswers(): Promise<void> {
  for (const question of await openQuestions()) {
    if (question.answer !== undefined) await settle(question);
  }
}
