// Saves one setting at once and shows the outcome beside it.
import { useEffect, useState } from 'preact/hooks';
import type { SettingName, Settings } from '../../core/settings/settings.ts';
import { failureText } from '../shared/failure-text.ts';
import type { FieldState } from '../shared/field.tsx';
import { usePage } from '../shared/context.ts';
import type { SectionProps } from './section-props.ts';

const shownMs = 4000;
const unsaved: FieldState = { isSaved: false };

export interface Saving<Name extends SettingName> {
  readonly state: FieldState;
  /** Resolves to whether it was saved. Until then the caller keeps the input. */
  readonly save: (value: Settings[Name]) => Promise<boolean>;
  readonly refuse: (error: string) => void;
}

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
