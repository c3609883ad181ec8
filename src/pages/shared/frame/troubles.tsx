import type { VNode } from 'preact';
import type { Trouble } from '../../../core/view/trouble.ts';
import { usePage } from '../context.ts';

/** What doesn't work here and what to do about it, one line each. */
export function Troubles({ troubles }: { readonly troubles: readonly Trouble[] }): VNode {
  const { t } = usePage();
  return (
    <>
      {troubles.map(({ id, values }) => (
        <p key={id} class="note trouble">
          {t(`failedHere_${id}`, ...values)}
        </p>
      ))}
    </>
  );
}
