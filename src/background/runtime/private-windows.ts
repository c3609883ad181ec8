// Nothing that a private window saw outlives the last one.
import { allTabs } from '../../platform/worker/tabs.ts';
import { storedQuestions } from '../download/open.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

interface Marked {
  readonly isPrivate?: boolean | undefined;
}

/** Unchanged if there is nothing to forget: each write makes open pages ask again. */
function withoutPrivate<Entry extends Marked>(entries: readonly Entry[]): readonly Entry[] {
  return entries.some(({ isPrivate }) => isPrivate)
    ? entries.filter(({ isPrivate }) => !isPrivate)
    : entries;
}

function ofTabs<Entry extends { readonly tabId: number }>(
  entries: readonly Entry[],
  open: ReadonlySet<number>,
): readonly Entry[] {
  const kept = entries.filter(({ tabId }) => open.has(tabId));
  return kept.length === entries.length ? entries : kept;
}

/** After a window closed, and at each start of the worker. */
export async function forgetPrivateWindows(): Promise<void> {
  const tabs = await allTabs();
  const open = new Set(tabs.map(({ id }) => id));
  await update(state.tabVerdicts, (known) => ofTabs(known, open));
  await update(state.glancedPages, (known) => ofTabs(known, open));
  if (tabs.some(({ isPrivate }) => isPrivate)) return;
  if ((await read(state.privateSnoozes)).length > 0) await write(state.privateSnoozes, []);
  if ((await read(state.privateSeenNotices)).length > 0) await write(state.privateSeenNotices, []);
  await update(state.answered, withoutPrivate);
  await update(state.allowances, withoutPrivate);
  await update(state.stoppedPages, withoutPrivate);
  if ((await read(state.bypasses)).some(({ isPrivate }) => isPrivate)) {
    await update(state.bypasses, withoutPrivate);
    await (await import('../block/rules.ts')).reconcileBlocking();
  }
  if ((await read(state.privateNotedDownloads)).length > 0)
    await write(state.privateNotedDownloads, []);
  if ((await storedQuestions()).some(({ isPrivate }) => isPrivate))
    await (await import('../download/questions.ts')).changeQuestions(withoutPrivate);
}
