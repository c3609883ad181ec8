// One setting with label, hint, error and status. `lockedBy` names who enforces it; the control is
// then read-only.
import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.ts';
import { Symbol } from '../symbol.tsx';

export interface FieldState {
  readonly error?: string;
  /** Undefined if the field itself saves nothing. */
  readonly isSaved?: boolean;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly state?: FieldState;
  readonly lockedBy?: string | undefined;
  /** Names whose default this is, if the person may change it. */
  readonly suggestedBy?: string | undefined;
  /** A group of controls with one name; otherwise one control with the field's id. */
  readonly isGroup?: boolean;
  /** "Saved" appears beside the field's own button or list, not at the label. */
  readonly isSavedBeside?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Visible only; `SavedStatus` is for screen readers. Always takes its space, so that a control just
 * clicked doesn't move.
 */
export function SavedSign({ state: { isSaved } }: { readonly state: FieldState }): VNode | null {
  const { t } = usePage();
  return isSaved === undefined ? null : (
    <span class={isSaved ? 'saved' : 'saved-later'} aria-hidden="true">
      <Symbol name="done" />
      {t('optionsSaved')}
    </span>
  );
}

/** Ids for a control's `aria-describedby`. */
export function describedBy(id: string): string {
  return `${id}-hint ${id}-error ${id}-lock`;
}

export function Field({
  id,
  label,
  hint,
  state = {},
  lockedBy,
  suggestedBy,
  isGroup = false,
  isSavedBeside = false,
  children,
}: Props): VNode {
  const name = (
    <>
      {label} {!isSavedBeside && <SavedSign state={state} />}
    </>
  );
  const below = (
    <>
      {lockedBy !== undefined && (
        <p class="locked" id={`${id}-lock`}>
          <Symbol name="lock" />
          {lockedBy}
        </p>
      )}
      {suggestedBy !== undefined && (
        <p class="hint" id={`${id}-lock`}>
          {suggestedBy}
        </p>
      )}
      <p class="field-error" id={`${id}-error`} role="alert">
        {state.error}
      </p>
    </>
  );
  const said = hint && (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
  if (isGroup) {
    return (
      <fieldset class="field" aria-describedby={describedBy(id)}>
        <legend>{name}</legend>
        {said}
        {children}
        {below}
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label for={id}>{name}</label>
      {said}
      {children}
      {below}
    </div>
  );
}
