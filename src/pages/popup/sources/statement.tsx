import type { VNode } from 'preact';
import type { StatementView } from '../../../core/view/popup/popup.ts';
import { usePage } from '../../shared/context.ts';
import { SourceChips } from './source-chips.tsx';

/** A sentence with its evidence beside it. */
export function Statement({
  statement,
}: {
  readonly statement: Pick<StatementView, 'text' | 'sources' | 'confirmed'>;
}): VNode {
  return (
    <p class="statement">
      {statement.text}
      {!statement.confirmed && <Unconfirmed />}
      <SourceChips ids={statement.sources} />
    </p>
  );
}

/** `place` tells statements of one id in several lists apart. */
export function Statements({
  list,
  place,
}: {
  readonly list: readonly StatementView[];
  readonly place?: string;
}): VNode {
  return (
    <ul class="statements">
      {list.map((statement) => (
        <li key={statement.id} id={place && `${place}-${statement.id}`}>
          <Statement statement={statement} />
        </li>
      ))}
    </ul>
  );
}

/** `as` ends the name of its words, where the usual ones could be taken for the state of something else. */
export function Unconfirmed({ as = '' }: { readonly as?: '' | 'Step' | 'Steps' }): VNode {
  const { t } = usePage();
  return (
    <>
      {' '}
      <span class="badge amber">{t(`popupUnconfirmed${as}`)}</span>
    </>
  );
}
