// One setting with its label, hint, error and status beside it. `lockedBy` names who set it; the control is then read-only.
import type { ComponentChildren, VNode } from 'preact';
import { usePage } from './context.ts';
import { Symbol } from './symbol.tsx';

export interface FieldState {
  readonly error?: string;
  /** Undefined where nothing is saved by the field itself. */
  readonly isSaved?: boolean;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly state?: FieldState;
  readonly lockedBy?: string | undefined;
  /** Names whose default this is, where the person may set it otherwise. */
  readonly suggestedBy?: string | undefined;
  /** A group of controls with one name; else one control with the field's id. */
  readonly isGroup?: boolean;
  /** "Saved" stands where the field's own button or list is, and not at the label. */
  readonly isSavedBeside?: boolean;
  readonly children: ComponentChildren;
}

/** For the eye; `SavedStatus` says it to screen readers. Its place is kept while there is nothing to say: what was just pressed stays where it is. */
export function SavedSign({ state: { isSaved } }: { readonly state: FieldState }): VNode | null {
  const { t } = usePage();
  return isSaved === undefined ? null : (
    <span class={isSaved ? 'saved' : 'saved-later'} aria-hidden="true">
      <Symbol name="done" />
      {t('optionsSaved')}
    </span>
  );
}

/** What a field's control refers to by `aria-describedby`. */
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
