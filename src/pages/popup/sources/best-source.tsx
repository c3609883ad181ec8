// The one source that says most about a statement, quiet beside it; the others are with the statement in "The ban".
import type { VNode } from 'preact';
import type { Source } from '../../../core/advisory/statement-schema.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';

/** An official text that was read comes before all else. */
const weight = ({ official, reading, isUnread }: Source) =>
  (official ? 2 : 0) + (isUnread || reading === 'none' ? 0 : 1);

export function BestSource({ ids }: { readonly ids: readonly string[] }): VNode | null {
  const { t } = usePage();
  const { sources } = usePopup().view;
  const [best] = ids
    .flatMap((id) => sources.find((source) => source.id === id) ?? [])
    .toSorted((one, other) => weight(other) - weight(one));
  if (!best) return null;
  return (
    <a
      class="best-source"
      href={best.url}
      target="_blank"
      rel="noopener noreferrer"
      title={`${best.title}\n${best.publisher}`}
    >
      <span aria-hidden="true">{t('popupBestSource')}</span>
      <span class="only-read">
        {t('popupSource', best.title, best.publisher)} {t('popupNewTab')}
      </span>
    </a>
  );
}
