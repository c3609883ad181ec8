// What an organization says about itself, shown wherever its policy takes effect.
import { pickLanguage } from '../i18n/messages.ts';
import type { PolicyValues } from './keys.ts';

export interface OrganizationView {
  /** Empty if the policy gives no name. */
  readonly name: string;
  /** https or mailto; empty if there is none. */
  readonly helpAddress: string;
  /** Its own sentence in the reader's language, else in English, else empty. */
  readonly message: string;
  /** Ids of the advisory's products, or names of others. */
  readonly approved: readonly string[];
}

/** Null if the policy says nothing about its organization. */
export function organizationView(policy: PolicyValues, language: string): OrganizationView | null {
  const {
    organizationName: name = '',
    helpAddress = '',
    messages = {},
    approvedAlternatives: approved = [],
  } = policy;
  const message = messages[pickLanguage(language, Object.keys(messages))] ?? '';
  const saysNothing = name === '' && helpAddress === '' && message === '' && approved.length === 0;
  return saysNothing ? null : { name, helpAddress, message, approved };
}
