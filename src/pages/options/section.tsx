// What every section of the options page uses: its props, saving a setting, and its outcome.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type {
  ListChange,
  ListSetting,
  SettingName,
  Settings,
} from '../../core/settings/settings.ts';
import type { OptionsView } from '../../core/view/options.ts';
import { failureText } from '../shared/text.ts';
import type { FieldState } from '../shared/controls/field.tsx';
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
  /** Shows what a request replies, and its outcome. */
  readonly keep: (asked: Promise<OptionsView>) => Promise<boolean>;
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
  const keep = async (asked: Promise<OptionsView>) => {
    try {
      await show(await asked);
      setState({ isSaved: true });
      return true;
    } catch (cause) {
      setState({ ...unsaved, error: t('optionsNotSaved', failureText(cause, t)) });
      return false;
    }
  };
  return {
    state,
    save: (value) => keep(connection.request('change-setting', { name, value })),
    refuse: (error) => setState({ ...unsaved, error }),
    keep,
  };
}

interface ListSaving extends Omit<Saving<ListSetting>, 'save'> {
  readonly change: (changes: Partial<ListChange>) => Promise<boolean>;
}

/**
 * The same for a list. Says what to add and remove, because the list may have changed since it was
 * shown: by the change before this one, or in another tab.
 */
export function useListSaving(name: ListSetting, show: SectionProps['show']): ListSaving {
  const { connection } = usePage();
  const { state, refuse, keep } = useSaving(name, show);
  return {
    state,
    refuse,
    keep,
    change: ({ add = [], remove = [] }) =>
      keep(connection.request('change-list', { name, add, remove })),
  };
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
