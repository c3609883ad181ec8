// Reacts to changes that others make to a download: the browser, the person in the browser's
// download list, or another extension.
import {
  isCanceledElsewhere,
  reconcile,
  type BrowserDownload,
} from '../../core/decision/held-download.ts';
import { identityOf, isSameDownload } from '../../core/decision/noted-download.ts';
import { hasRoom, type Question } from '../../core/decision/question.ts';
import { soon } from '../../platform/clock.ts';
import { findDownloadById, pausedDownloads } from '../../platform/worker/downloads/downloads.ts';
import { createKeyedMutex } from '../base/mutex.ts';
import { downloadOf, settle } from './answered.ts';
import { consider } from './created.ts';
import { hold } from './hold.ts';
import { settleKept } from './kept.ts';
import { forgetWaiting, waitingDownloads } from './noted.ts';
import { questionsBeside, storedQuestions } from './open.ts';
import { announce, changeQuestion, changeQuestions } from './questions.ts';

/** If the browser still runs after this, it wasn't closing. */
const closingMs = 5_000;

/** Whoever resumes it more often than this in the browser's list has decided. */
const mostHolds = 3;

/** Without this, the creation and the name that follows could both ask. */
const inTurn = createKeyedMutex<number>();

export async function handleDownloadCreated(download: BrowserDownload): Promise<void> {
  await inTurn(download.id, () => consider(download));
  await adoptWaiting();
}

/** The person canceled it in the browser's list, which answers the question. */
async function forgetCanceled(id: string): Promise<void> {
  await changeQuestion(id, (one) => (one.state === 'gone' ? null : one));
}

async function holdAgain(question: Question, download: BrowserDownload): Promise<void> {
  const holds = (question.holds ?? 0) + 1;
  if (holds > mostHolds) return;
  const held = await hold(download);
  await changeQuestion(question.id, (one) => ({ ...one, ...held, holds }));
}

/** Once it has a name, no dialog of the browser is open any more. */
async function named(question: Question): Promise<void> {
  const { isUnnamed: _, ...now } = question;
  await changeQuestion(question.id, () => now);
  if (now.isBlocked) await settle(now);
  else await announce(now);
}

async function followOpen(question: Question, download: BrowserDownload): Promise<void> {
  const after = reconcile(question, download);
  await changeQuestion(question.id, () => after);
  if (!after) return;
  if (question.isUnnamed && isCanceledElsewhere(question, download)) {
    // Canceled in the browser's own dialog, before we asked anything.
    return changeQuestion(question.id, () => null);
  }
  if (question.isUnnamed && download.hasName) return named(after);
  if (isCanceledElsewhere(question, download))
    soon(closingMs, () => {
      forgetCanceled(question.id).catch((cause: unknown) =>
        console.error(`The canceled download ${question.id} could not be forgotten.`, cause),
      );
    });
  if (download.state === 'in_progress' && !download.isPaused && after.state === 'held')
    await holdAgain(after, download);
}

async function follow(downloadId: number): Promise<void> {
  const download = await findDownloadById(downloadId);
  const questions = await storedQuestions();
  const question = questions.find(
    (one) => one.downloadId === downloadId && one.kind === 'download',
  );
  if (!question) {
    if (download) await consider(download);
  } else if (question.answer === 'keep') await settleKept(question, download);
  else if (question.answer === undefined || question.isUnnamed) {
    if (download) await followOpen(question, download);
    else await changeQuestion(question.id, (one) => ({ ...one, state: 'gone' }));
  }
}

export async function handleDownloadChanged(downloadId: number): Promise<void> {
  await inTurn(downloadId, () => follow(downloadId));
  await adoptWaiting();
}

/** Asks about downloads that had no room for a question, where others were answered. */
async function adoptWaiting(): Promise<void> {
  for (const noted of await waitingDownloads()) {
    const download = await findDownloadById(noted.downloadId);
    if (!download || !isSameDownload(noted, identityOf(download))) await forgetWaiting(noted);
    else if (hasRoom(await questionsBeside(download), noted.site)) {
      const still = await inTurn(download.id, () => consider(download));
      if (still !== 'waits') await forgetWaiting(noted);
    }
  }
}

/** Asks about held downloads without a question: it was lost with the storage, or had no room. */
export async function adoptHeld(): Promise<void> {
  for (const { id } of await pausedDownloads()) await inTurn(id, () => follow(id));
  await adoptWaiting();
}

/** After a browser start, compares each question with the browser's download list. */
export async function reconcileQuestions(): Promise<void> {
  const found = new Map<string, BrowserDownload | undefined>();
  for (const question of await storedQuestions()) {
    if (question.kind === 'download') found.set(question.id, await downloadOf(question));
  }
  await changeQuestions((questions) =>
    questions.flatMap((question) => {
      if (!found.has(question.id)) return question;
      const { isUnnamed: _, ...known } = question;
      const download = found.get(question.id);
      if (question.answer !== undefined)
        return download ? { ...known, downloadId: download.id } : known;
      return reconcile(known, download) ?? [];
    }),
  );
  for (const question of await storedQuestions()) {
    const download = found.get(question.id);
    if (question.answer === undefined && download?.state === 'in_progress' && !download.isPaused)
      await hold(download);
  }
}
