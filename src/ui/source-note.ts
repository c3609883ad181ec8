// What stands beside a source's title: who says it, where in it, what kind of text it is, and whether it was read whole.
import type { Source } from '../core/advisory/schema.ts';
import type { Say } from '../core/say.ts';

/** A copy is named by its site; a name that is no address stays as it is. */
const copyName = (readAt: string) => (URL.canParse(readAt) ? new URL(readAt).hostname : readAt);

function readingNote({ reading, readAt, isUnread }: Source, say: Say): string | undefined {
  if (isUnread || reading === 'none') return say('sourceUnread');
  if (reading === 'excerpt') return say('sourceExcerpt');
  return reading === 'copy' && readAt !== undefined ? say('sourceCopy', copyName(readAt)) : undefined;
}

export function sourceNotes(source: Source, say: Say): string[] {
  const kind = source.kind && say(`sourceKind_${source.kind.replaceAll('-', '_')}`);
  return [source.publisher, source.reference, kind, readingNote(source, say)].filter((note) => note !== undefined);
}
