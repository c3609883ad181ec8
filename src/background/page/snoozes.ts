// Snoozes and notices of a tab. Records from private windows are kept separately, never on disk.
import type { SeenNotice } from '../../core/decision/page-action.ts';
import { state, type StoredItem } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** Snoozes in force for a tab. */
export async function snoozesFor(isPrivate: boolean) {
  return (
    await Promise.all([read(state.snoozes), isPrivate ? read(state.privateSnoozes) : []])
  ).flat();
}

export function seenNoticesFor(isPrivate: boolean): StoredItem<readonly SeenNotice[]> {
  return isPrivate ? state.privateSeenNotices : state.seenNotices;
}
