// The note beside a source's title: publisher, place in the document, kind, and whether it was read
// whole.
import type { Source } from '../../../core/advisory/statement-schema.ts';
import type { Translate } from '../../../core/i18n/messages.ts';

/** A copy is named by its host; a name that isn't a URL is kept. */
const copyName = (readAt: string) => (URL.canParse(readAt) ? new URL(readAt).hostname : readAt);

function readingNote({ reading, readAt, isUnread }: Source, t: Translate): string | undefined {
  if (isUnread || reading === 'none') return t('sourceUnread');
  if (reading === 'excerpt') return t('sourceExcerpt');
  return reading === 'copy' && readAt !== undefined ? t('sourceCopy', copyName(readAt)) : undefined;
}

export function sourceNotes(source: Source, t: Translate): string[] {
  const kind = source.kind && t(`sourceKind_${source.kind.replaceAll('-', '_')}`);
  return [source.publisher, source.reference, kind, readingNote(source, t)].filter(
    (note) => note !== undefined,
  );
}
