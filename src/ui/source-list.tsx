import type { VNode } from 'preact';
import type { Source } from '../core/advisory/schema.ts';
import { dotted } from './dotted.ts';
import { useSurroundings } from './page-connection.ts';
import { sourceNotes } from './source-note.ts';
import { Symbol } from './symbol.tsx';

/** No line ends at it. */
const joiner = '\u2060';

/** Where a statement comes from: title, publisher, document number; each opens in a new tab. The index holds all of them, and each is a place to lead to. */
export function SourceList({ sources, isIndex = false }: { readonly sources: readonly Source[]; readonly isIndex?: boolean }): VNode | null {
  const { say } = useSurroundings();
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id} id={isIndex ? `source-${source.id}` : undefined}>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            <span dir="auto" lang={source.language}>{source.title}</span>
            <span class="link-end">{joiner}<Symbol name="external" /></span>
            <span class="only-read">{say('questionOpensNewTab')}</span>
          </a>
          <span class="source-origin" dir="auto">{dotted(sourceNotes(source, say))}</span>
        </li>
      ))}
    </ul>
  );
}
