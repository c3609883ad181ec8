// Names who enforces a setting; empty if the person may change it.
import type { OptionsView } from '../../../core/view/options.ts';
import type { SettingName } from '../../../core/settings/settings.ts';
import type { Translate } from '../../../core/i18n/messages.ts';

export function lockedBy(
  { policy }: OptionsView,
  name: SettingName,
  t: Translate,
): string | undefined {
  return policy?.locked.includes(name) ? orderedBy(policy.organizationName, t) : undefined;
}

/** Empty if the policy gives no name. */
export function orderedBy(organizationName: string, t: Translate): string {
  return organizationName ? t('optionsLockedBy', organizationName) : t('optionsLocked');
}

/** The value is the organization's default, until the person sets one. */
export function suggestedBy(
  { policy }: OptionsView,
  name: SettingName,
  t: Translate,
): string | undefined {
  if (!policy?.defaults.includes(name)) return undefined;
  return policy.organizationName
    ? t('optionsSuggestedBy', policy.organizationName)
    : t('optionsSuggested');
}
