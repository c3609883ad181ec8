import type { SettingName } from '../../core/settings/settings.ts';

/** The words that a setting goes by on this page. */
export const nameKeys: Readonly<Record<SettingName, string>> = {
  jurisdictions: 'optionsSection_places',
  mode: 'optionsMode',
  snoozeDays: 'optionsSnoozeDays',
  exceptions: 'optionsSection_exceptions',
  language: 'optionsSection_language',
};
