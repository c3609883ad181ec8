// Snoozes and notices of a tab, and the words for a snooze. Records from private windows are kept separately,
// never on disk.
import type { SeenNotice } from '../../core/decision/page-action.ts';
import { state, type StoredItem } from '../base/storage-items.ts';
import { dayMs } from '../../core/base/time.ts';
import { localDay } from '../../platform/clock.ts';
import type { SnoozeWords } from '../../core/view/snooze-words.ts';
import { read, write } from '../base/store.ts';

/** Snoozes in force for a tab. */
export async function snoozesFor(isPrivate: boolean) {
  return (
    await Promise.all([read(state.snoozes), isPrivate ? read(state.privateSnoozes) : []])
  ).flat();
}

export function seenNoticesFor(isPrivate: boolean): StoredItem<readonly SeenNotice[]> {
  return isPrivate ? state.privateSeenNotices : state.seenNotices;
}

/** Kept words: made when they are missing, and after a reply, so that a notice seldom waits for them. */
async function wordsFor(
  language: string,
  length: number,
  at: number,
  ahead: number,
): Promise<SnoozeWords> {
  const kept = await read(state.snoozeWords);
  const isFor = kept?.language === language && kept.length === length;
  if (isFor && kept.until[localDay(at + (length + ahead) * dayMs)]) return kept;
  const { makeSnoozeWords } = await import('../../core/view/snooze-words.ts');
  return makeSnoozeWords(language, length, localDay(at + length * dayMs));
}

/** Words for a snooze of so many days that is chosen at `at`. */
export async function snoozeWords(language: string, length: number, at: number) {
  const { days, until } = await wordsFor(language, length, at, 0);
  return { days, until: until[localDay(at + length * dayMs)] ?? '' };
}

/** Has tomorrow's there, too. */
export async function keepSnoozeWords(language: string, length: number, at: number): Promise<void> {
  const words = await wordsFor(language, length, at, 1);
  if (words !== (await read(state.snoozeWords))) await write(state.snoozeWords, words);
}
