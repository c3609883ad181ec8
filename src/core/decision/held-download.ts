// Compares a held download's question with the download's current state in the browser.
import type { Danger, Question } from './question.ts';

/** A download as both engines report it, normalized. */
export interface BrowserDownload {
  readonly id: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly referrer: string;
  /** Name without its folder; empty until the browser has chosen one. */
  readonly fileName: string;
  readonly mime: string;
  /** The browser's own malware verdict; Firefox never reports one. */
  readonly danger: Danger;
  readonly startedAt: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly isPaused: boolean;
  readonly canResume: boolean;
  readonly receivedBytes: number;
  readonly isCanceled: boolean;
  readonly exists: boolean;
  readonly isPrivate: boolean;
  /** Started by this extension at the user's request. */
  readonly isOurs: boolean;
}

/** Ids may change over a restart, and Firefox forgets the start time; the URL never changes. */
export function findDownload(
  question: Question,
  downloads: readonly BrowserDownload[],
): BrowserDownload | undefined {
  const sameAddress = downloads.filter((one) => one.url === question.url);
  return (
    sameAddress.find((one) => one.id === question.downloadId) ??
    sameAddress.find((one) => one.startedAt === question.startedAt) ??
    sameAddress.find(
      (one) =>
        one.fileName !== '' && one.fileName === question.fileName && one.state !== 'complete',
    )
  );
}

/**
 * The download was canceled by someone other than us. Firefox reports paused downloads as canceled
 * too, but those can be resumed; and where we held by stopping, a stop means nothing. Chromium
 * doesn't tell a user's cancel from a closing browser's.
 */
export function isCanceledElsewhere(question: Question, download: BrowserDownload): boolean {
  return (
    download.state === 'interrupted' &&
    download.isCanceled &&
    !download.canResume &&
    !question.isStopped
  );
}

/** Updates the question; null if it is moot because the finished file was deleted. */
export function reconcile(
  question: Question,
  download: BrowserDownload | undefined,
): Question | null {
  if (question.kind === 'link') return question;
  if (!download) return { ...question, state: 'gone' };
  const found = {
    ...question,
    downloadId: download.id,
    fileName: download.fileName || question.fileName,
    danger: download.danger,
  };
  if (download.state === 'complete')
    return download.exists ? { ...found, state: 'finished' } : null;
  return { ...found, state: isCanceledElsewhere(question, download) ? 'gone' : 'held' };
}
