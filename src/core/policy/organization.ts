// What an organization says of itself wherever people meet its policy.
import { pickLanguage } from '../i18n/messages.ts';
import type { PolicyValues } from './keys.ts';

export interface OrganizationView {
  /** Empty where the policy names none. */
  readonly name: string;
  /** https or mailto; empty where there is none. */
  readonly helpAddress: string;
  /** Its own sentence in the reader's language, else in English, else empty. */
  readonly message: string;
  /** Ids of products of the advisory, or names of others. */
  readonly approved: readonly string[];
}

/** Null where the policy says nothing of its organization. */
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
