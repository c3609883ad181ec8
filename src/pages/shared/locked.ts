// Who ordered a setting, in words; nothing where the person may change it.
import type { OptionsView } from '../../core/view/options.ts';
import type { SettingName } from '../../core/settings/settings.ts';
import type { Say } from '../../core/i18n/messages.ts';

export function lockedBy({ policy }: OptionsView, name: SettingName, say: Say): string | undefined {
  return policy?.locked.includes(name) ? orderedBy(policy.organisationName, say) : undefined;
}

/** Empty where the policy names no organisation. */
export function orderedBy(organisationName: string, say: Say): string {
  return organisationName ? say('optionsLockedBy', organisationName) : say('optionsLocked');
}

/** The value is the organisation's, as long as the person sets none. */
export function suggestedBy({ policy }: OptionsView, name: SettingName, say: Say): string | undefined {
  if (!policy?.defaults.includes(name)) return undefined;
  return policy.organisationName ? say('optionsSuggestedBy', policy.organisationName) : say('optionsSuggested');
}
