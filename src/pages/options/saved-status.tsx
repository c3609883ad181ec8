import type { VNode } from 'preact';
import type { FieldState } from '../shared/field.tsx';
import { usePage } from '../shared/context.ts';

/** "Saved" for screen readers; `SavedSign` shows it beside the field. */
export function SavedStatus({ state }: { readonly state: FieldState }): VNode {
  const { t } = usePage();
  return (
    <p class="only-read" role="status">
      {state.isSaved ? t('optionsSaved') : ''}
    </p>
  );
}
