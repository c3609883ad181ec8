// What every section of the options page uses: its props, saving a setting, and its outcome.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SettingName, Settings } from '../../core/settings/settings.ts';
import type { OptionsView } from '../../core/view/options.ts';
import { failureText } from '../shared/text.ts';
import type { FieldState } from '../shared/field.tsx';
import { usePage } from '../shared/context.ts';

export interface SectionProps {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
}

/** Interface strings that name the settings on this page. */
export const nameKeys: Readonly<Record<SettingName, string>> = {
  jurisdictions: 'optionsSection_places',
  mode: 'optionsMode',
  snoozeDays: 'optionsSnoozeDays',
  exceptions: 'optionsSection_exceptions',
  language: 'optionsSection_language',
};

const shownMs = 4000;
const unsaved: FieldState = { isSaved: false };

interface Saving<Name extends SettingName> {
  readonly state: FieldState;
  /** Resolves to whether it was saved. Until then the caller keeps the input. */
  readonly save: (value: Settings[Name]) => Promise<boolean>;
  readonly refuse: (error: string) => void;
}

/** Saves one setting at once; `state` shows the outcome for a few seconds. */
export function useSaving<Name extends SettingName>(
  name: Name,
  show: SectionProps['show'],
): Saving<Name> {
  const { connection, t } = usePage();
  const [state, setState] = useState<FieldState>(unsaved);
  useEffect(() => {
    if (!state.isSaved) return undefined;
    const timer = setTimeout(() => setState(unsaved), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const save = async (value: Settings[Name]) => {
    try {
      await show(await connection.request('change-setting', { name, value }));
      setState({ isSaved: true });
      return true;
    } catch (cause) {
      setState({ ...unsaved, error: t('optionsNotSaved', failureText(cause, t)) });
      return false;
    }
  };
  return { state, save, refuse: (error) => setState({ ...unsaved, error }) };
}

/** "Saved" for screen readers; `SavedSign` shows it beside the field. */
export function SavedStatus({ state }: { readonly state: FieldState }): VNode {
  const { t } = usePage();
  return (
    <p class="only-read" role="status">
      {state.isSaved ? t('optionsSaved') : ''}
    </p>
  );
}
