// Where a statement comes from, beside it: the site's name, which says at a glance whether an authority speaks, the vendor, or the press;
// of two documents of one site, their titles too.
import { Fragment, type VNode } from 'preact';
import { usePage } from '../../shared/context.ts';
import { sourceNotes } from '../../shared/sources/source-note.ts';
import { chipNames } from './chip-names.ts';
import { usePopup } from '../context.ts';

export function SourceChips({ ids }: { readonly ids: readonly string[] }): VNode {
  const { t } = usePage();
  const { view } = usePopup();
  const sources = ids.flatMap((id) => view.sources.find((source) => source.id === id) ?? []);
  const names = chipNames(sources);
  return (
    <>
      {sources.map((source, index) => (
        <Fragment key={source.id}>
          {' '}
          <a
            class="chip"
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            title={[source.title, ...sourceNotes(source, t)].join('\n')}
          >
            <bdi>{names[index]?.host}</bdi>
            {names[index]?.document && (
              <>
                : <bdi lang={source.language}>{names[index].document}</bdi>
              </>
            )}
            <span class="only-read">
              : {t('popupSource', source.title, source.publisher)} {t('popupNewTab')}
            </span>
          </a>
        </Fragment>
      ))}
    </>
  );
}
