import type { SettingName } from '../../core/settings/settings.ts';

/** Interface strings that name the settings on this page. */
export const nameKeys: Readonly<Record<SettingName, string>> = {
  jurisdictions: 'optionsSection_places',
  mode: 'optionsMode',
  snoozeDays: 'optionsSnoozeDays',
  exceptions: 'optionsSection_exceptions',
  language: 'optionsSection_language',
};
