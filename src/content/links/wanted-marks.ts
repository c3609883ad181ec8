// The marks that the worker last asked for. They wait for the page reader, which draws them.
import type { Replies } from '../../messages.ts';
import { reader, requestReader } from '../page-reader.ts';
import type { LinkMarks } from '../single-instance.ts';

type MarkWishes = Replies['frame-visited'];

let wanted: MarkWishes | null = null;
export let marks: LinkMarks | null = null;

/** Without wishes: those that waited for the reader. */
export function markLinksAs(wishes = wanted): void {
  wanted = wishes;
  if (!wishes || (marks && marks.label === wishes.markLabel && wishes.markLinks)) return;
  stopMarks();
  if (!wishes.markLinks) return;
  if (reader) marks = reader.markLinks(wishes.markLabel, wishes.language);
  else requestReader();
}

export function stopMarks(): void {
  marks?.stop();
  marks = null;
}
