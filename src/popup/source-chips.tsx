// Where a statement comes from, in a word or two beside it: the document's number where it has one, else its publisher.
import { Fragment, type VNode } from 'preact';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';

export function SourceChips({ ids }: { readonly ids: readonly string[] }): VNode {
  const { say } = useSurroundings();
  const { view } = usePopup();
  const sources = view.sources.filter(({ id }) => ids.includes(id));
  return (
    <>
      {sources.map(({ id, title, publisher, reference, url }) => (
        <Fragment key={id}>
          {' '}
          <a class="chip" href={url} target="_blank" rel="noopener noreferrer" title={`${title} (${publisher})`}>
            <bdi>{reference ?? publisher}</bdi>
            <span class="only-read">: {say('popupSource', title, publisher)} {say('popupNewTab')}</span>
          </a>
        </Fragment>
      ))}
    </>
  );
}
