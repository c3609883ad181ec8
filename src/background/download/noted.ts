// Keeps notes of downloads that have no question: see core/decision/noted-download.ts.
import { freshMs, type BrowserDownload } from '../../core/decision/held-download.ts';
import {
  identityOf,
  isSameDownload,
  withNote,
  type NotedDownload,
} from '../../core/decision/noted-download.ts';
import { siteOf, type Question } from '../../core/decision/question.ts';
import { now } from '../../platform/clock.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

type Noted = Parameters<typeof identityOf>[0] & Pick<BrowserDownload, 'isPrivate'>;

const itemOf = ({ isPrivate }: Pick<BrowserDownload, 'isPrivate'>) =>
  isPrivate ? state.privateNotedDownloads : state.notedDownloads;

async function note(
  download: Noted,
  about: Omit<NotedDownload, keyof ReturnType<typeof identityOf>>,
) {
  const noted = { ...identityOf(download), ...about };
  await update(itemOf(download), (notes) => withNote(notes, noted, now()));
}

/** It was let through, or its question was answered. `lastsMs`: how long its events may still come. */
export async function noteSettled(download: Noted, lastsMs: number = freshMs): Promise<void> {
  await note(download, { state: 'settled', site: '', until: now() + lastsMs });
}

/** Its question was answered. */
export async function noteAnswered(question: Question): Promise<void> {
  const { downloadId: id, url, startedAt, isPrivate = false } = question;
  if (id !== undefined) await noteSettled({ id, url, startedAt, isPrivate });
}

async function findNote(download: BrowserDownload): Promise<NotedDownload | undefined> {
  const identity = identityOf(download);
  return (await read(itemOf(download))).find((one) => isSameDownload(one, identity));
}

export async function isSettled(download: BrowserDownload): Promise<boolean> {
  return (await findNote(download))?.state === 'settled';
}

/** The note of a download that waits for room, with what holding it came to. */
export async function findWaiting(download: BrowserDownload): Promise<NotedDownload | undefined> {
  const note = await findNote(download);
  return note?.state === 'waiting' ? note : undefined;
}

/** There is no room for its question. */
export async function noteWaiting(download: BrowserDownload, question: Question): Promise<void> {
  const { isStopped } = question;
  const stopped = isStopped === undefined ? {} : { isStopped };
  await note(download, { state: 'waiting', site: siteOf(question), ...stopped });
}

export async function waitingDownloads(): Promise<NotedDownload[]> {
  const notes = [
    ...(await read(state.notedDownloads)),
    ...(await read(state.privateNotedDownloads)),
  ];
  return notes.filter((one) => one.state === 'waiting');
}

export async function forgetWaiting(
  noted: Pick<NotedDownload, 'downloadId' | 'url' | 'startedAt'>,
) {
  for (const item of [state.notedDownloads, state.privateNotedDownloads])
    await update(item, (notes) => {
      const isMeant = (one: NotedDownload) => one.state === 'waiting' && isSameDownload(one, noted);
      return notes.some(isMeant) ? notes.filter((one) => !isMeant(one)) : notes;
    });
}
