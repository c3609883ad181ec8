import type { VNode } from 'preact';
import type { Source } from '../core/advisory/schema.ts';
import { useSurroundings } from './page-connection.ts';
import { Symbol } from './symbol.tsx';

/** Where a statement comes from: title, publisher, document number; each opens in a new tab. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }): VNode | null {
  const { say } = useSurroundings();
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            <span dir="auto">{source.title}</span>
            <Symbol name="external" />
            <span class="only-read">{say('questionOpensNewTab')}</span>
          </a>
          <span class="source-origin" dir="auto">{[source.publisher, source.reference].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
