// A held download's question against what the browser now says of that download.
import type { Danger, Question } from './question.ts';

/** What the two engines tell about a download, made the same. */
export interface BrowserDownload {
  readonly id: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly referrer: string;
  /** Name without its folder; empty while the browser has not chosen one. */
  readonly fileName: string;
  readonly mime: string;
  /** What the browser's own check says; Firefox never says anything. */
  readonly danger: Danger;
  readonly startedAt: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly isPaused: boolean;
  readonly canResume: boolean;
  readonly receivedBytes: number;
  readonly isCanceled: boolean;
  readonly exists: boolean;
  readonly isPrivate: boolean;
  /** Started by this extension, at the person's word. */
  readonly isOurs: boolean;
}

/** Ids may change over a restart, and Firefox forgets the start; the address is the same in any case. */
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
 * The download was canceled by somebody but us. Firefox calls a paused one canceled too, but that can be resumed; where
 * holding meant stopping, a stop says nothing. A person may have done it in the browser's own list, or the browser
 * itself while closing: Chromium gives both the same name.
 */
export function isCanceledElsewhere(question: Question, download: BrowserDownload): boolean {
  return (
    download.state === 'interrupted' &&
    download.isCanceled &&
    !download.canResume &&
    !question.isStopped
  );
}

/** The question as it stands now; null where it has answered itself, because the finished file was deleted. */
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
