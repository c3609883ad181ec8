import type { VNode } from 'preact';
import type { FieldState } from '../ui/field.tsx';
import { useSurroundings } from '../ui/page-connection.ts';

/** "Saved" for screen readers; the eye sees it beside the field. */
export function SavedStatus({ state }: { readonly state: FieldState }): VNode {
  const { say } = useSurroundings();
  return <p class="only-read" role="status">{state.isSaved ? say('optionsSaved') : ''}</p>;
}
