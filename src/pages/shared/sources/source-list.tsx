import type { VNode } from 'preact';
import type { Source } from '../../../core/advisory/statement-schema.ts';
import { dotted } from '../text.ts';
import { usePage } from '../context.ts';
import { sourceNotes } from './source-note.ts';
import { Symbol } from '../symbol.tsx';

/** Prevents a line break before it. */
const joiner = '\u2060';

/**
 * A statement's sources: title, publisher, document number; each opens in a new tab. The full index
 * has an anchor for each.
 */
export function SourceList({
  sources,
  isIndex = false,
}: {
  readonly sources: readonly Source[];
  readonly isIndex?: boolean;
}): VNode | null {
  const { t } = usePage();
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id} id={isIndex ? `source-${source.id}` : undefined}>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            <span dir="auto" lang={source.language}>
              {source.title}
            </span>
            <span class="link-end">
              {joiner}
              <Symbol name="external" />
            </span>
            <span class="only-read">{t('questionOpensNewTab')}</span>
          </a>
          <span class="source-origin" dir="auto">
            {dotted(sourceNotes(source, t))}
          </span>
        </li>
      ))}
    </ul>
  );
}
