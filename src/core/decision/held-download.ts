// The state of a listed download, from the browser's data. docs/downloads.md draws the states.
import { isFileAddress } from '../detection/file-name.ts';
import { maxAddressLength, type Danger, type Question } from './question.ts';

/** A download as both engines report it, normalized. */
export interface BrowserDownload {
  readonly id: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly referrer: string;
  /** Name without its folder. */
  readonly fileName: string;
  /** False while the browser has not chosen one. */
  readonly hasName: boolean;
  readonly mime: string;
  /** The browser's own malware verdict; Firefox never reports one. */
  readonly danger: Danger;
  readonly startedAt: string;
  /** Empty while it runs, and always empty in Firefox. */
  readonly endedAt: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly isPaused: boolean;
  readonly canResume: boolean;
  readonly receivedBytes: number;
  /** Size of the whole file; -1 if the server didn't say. */
  readonly totalBytes: number;
  readonly isCanceled: boolean;
  readonly exists: boolean;
  readonly isPrivate: boolean;
  /** In a Firefox container, which has its own cookies. */
  readonly isContained: boolean;
  /** Started by this extension at the user's request. */
  readonly isOurs: boolean;
}

/** Browsers may re-announce old downloads at start-up; ignore those. */
export const freshMs = 60_000;

export function isFresh(download: BrowserDownload, now: number): boolean {
  if (download.state === 'in_progress') return true;
  // It may have started long ago and waited for its name in a dialog.
  return [download.startedAt, download.endedAt].some((at) => now - Date.parse(at) < freshMs);
}

const pageType =
  /^(?:text\/html|application\/xhtml\+xml|multipart\/related|message\/rfc822|application\/x-mimearchive)\b/i;
const pageName = /\.(?:[sx]?html?|mht(?:ml)?|txt)$/i;

/** Whether a person saves the page itself, not a file from it; `unknown` until it has a name. */
export function isSavedPage({
  mime,
  fileName,
  hasName,
  finalUrl,
}: BrowserDownload): boolean | 'unknown' {
  if (mime !== '' && !pageType.test(mime)) return false;
  if (hasName) return pageName.test(fileName);
  return mime !== '' && !isFileAddress(finalUrl) ? 'unknown' : false;
}

/** Ids may change over a restart, and Firefox forgets the start time; the URL never changes. */
export function findDownload(
  question: Question,
  downloads: readonly BrowserDownload[],
): BrowserDownload | undefined {
  const isCut = question.url.length === maxAddressLength;
  const sameAddress = downloads.filter(({ url }) =>
    isCut ? url.startsWith(question.url) : url === question.url,
  );
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
 * TODO [2027-06-01] Check whether Firefox tells a paused download from a canceled one.
 */
export function isCanceledElsewhere(question: Question, download: BrowserDownload): boolean {
  return (
    download.state === 'interrupted' &&
    download.isCanceled &&
    !download.canResume &&
    !question.isStopped
  );
}

export type Held = Pick<Question, 'state' | 'isStopped'>;

/**
 * State after an attempt to pause; null if it failed by itself. `isPausedByUs`: we were told so.
 */
export function afterHold(
  download: BrowserDownload | undefined,
  isPausedByUs: boolean,
): Held | null {
  if (!download) return { state: 'gone' };
  if (download.state === 'complete') return { state: 'finished' };
  if (download.isPaused || download.canResume) return { state: 'held' };
  // Still running although paused: the browser holds it back and doesn't tell.
  if (download.state === 'in_progress') return { state: isPausedByUs ? 'refused' : 'held' };
  // Firefox cancels what it can't pause.
  if (isPausedByUs) return { state: 'held', isStopped: true };
  return download.isCanceled ? { state: 'refused' } : null;
}

/** The open question's current state; null if it has ended because the file was deleted. */
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
  if (isCanceledElsewhere(question, download))
    return { ...found, state: question.state === 'refused' ? 'refused' : 'gone' };
  const isStillRefused = question.state === 'refused' && download.receivedBytes === 0;
  return { ...found, state: isStillRefused ? 'refused' : 'held' };
}

/** Types of error pages, which may be sent instead of a file. */
const documentType = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/xhtml)/i;

/** Whether another document came instead of the held file, such as an error page. */
function isOtherDocument(
  { mime, bytes }: NonNullable<Question['expects']>,
  download: BrowserDownload,
): boolean {
  if (mime !== '' && !documentType.test(mime) && documentType.test(download.mime)) return true;
  return bytes > 0 && download.receivedBytes > 0 && download.receivedBytes < bytes / 10;
}

/** Result of "keep"; `other`: another document came. */
export type KeptState = 'coming' | 'kept' | 'other' | 'lost' | 'canceled';

export function afterKeep(question: Question, download: BrowserDownload | undefined): KeptState {
  if (!download) return 'lost';
  if (download.state === 'in_progress' || download.canResume) return 'coming';
  if (download.state === 'interrupted') return download.isCanceled ? 'canceled' : 'lost';
  if (question.expects && isOtherDocument(question.expects, download)) return 'other';
  return download.exists ? 'kept' : 'canceled';
}
