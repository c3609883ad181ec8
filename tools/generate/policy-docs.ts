// Documentation of each policy key: the interface's English text and an example.
import { policyExamples, policyNames, type PolicyName } from '../../src/core/policy/keys.ts';
import messages from '../../_locales/en/messages.json' with { type: 'json' };

interface KeyDocs<Name extends PolicyName> {
  readonly title: string;
  /** What it does, in one or two sentences. */
  readonly about: string;
  readonly example: (typeof policyExamples)[Name];
}

const english = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));

function messageOf(key: string): string {
  const message = english.get(key);
  if (message === undefined) throw new Error(`_locales/en/messages.json has no ${key}.`);
  return message;
}

export const policyKeyDocs = Object.fromEntries(
  policyNames.map((name) => [
    name,
    {
      title: messageOf(`policyKey_${name}`),
      about: messageOf(`policyAbout_${name}`),
      example: policyExamples[name],
    },
  ]),
) as { readonly [Name in PolicyName]: KeyDocs<Name> };
