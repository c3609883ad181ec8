// Each policy key once: type, bounds, and whether it can be a default. Its words stand apart (key-words.ts): the worker needs none of them.

interface KeyBase {
  /** Whether `peopleMayChange` can make this value a default instead of an order. */
  readonly mayBeDefault: boolean;
}

export type PolicyKey =
  | (KeyBase & { readonly type: 'choice'; readonly values: readonly string[] })
  | (KeyBase & { readonly type: 'text' | 'switch' | 'list' | 'map' })
  | (KeyBase & { readonly type: 'number'; readonly min: number; readonly max: number });

export const policyKeys = {
  mode: { type: 'choice', values: ['inform', 'warn', 'block'], mayBeDefault: true },
  jurisdictions: { type: 'list', mayBeDefault: true },
  organizationName: { type: 'text', mayBeDefault: false },
  helpAddress: { type: 'text', mayBeDefault: false },
  messages: { type: 'map', mayBeDefault: false },
  approvedAlternatives: { type: 'list', mayBeDefault: false },
  exceptions: { type: 'list', mayBeDefault: true },
  extraRules: { type: 'list', mayBeDefault: false },
  feedAddress: { type: 'text', mayBeDefault: false },
  feedKeys: { type: 'list', mayBeDefault: false },
  checkForUpdates: { type: 'switch', mayBeDefault: false },
  watchEverySite: { type: 'switch', mayBeDefault: true },
  reportAddress: { type: 'text', mayBeDefault: false },
  reportHeaders: { type: 'map', mayBeDefault: false },
  snoozeDays: { type: 'number', min: 1, max: 365, mayBeDefault: true },
  mayDismiss: { type: 'switch', mayBeDefault: false },
  mayProceed: { type: 'switch', mayBeDefault: false },
  peopleMayChange: { type: 'list', mayBeDefault: false },
  firstRunPage: { type: 'switch', mayBeDefault: false },
  language: { type: 'text', mayBeDefault: true },
} as const satisfies Record<string, PolicyKey>;

export type PolicyName = keyof typeof policyKeys;
export const policyNames = Object.keys(policyKeys) as readonly PolicyName[];

type ValueOf<Key extends PolicyKey> = Key extends {
  type: 'choice';
  values: readonly (infer Value)[];
}
  ? Value
  : Key extends { type: 'switch' }
    ? boolean
    : Key extends { type: 'number' }
      ? number
      : Key extends { type: 'list' }
        ? readonly string[]
        : Key extends { type: 'map' }
          ? Readonly<Record<string, string>>
          : string;

/** The good values of a policy; a key that isn't set is absent. */
export type PolicyValues = { readonly [Name in PolicyName]?: ValueOf<(typeof policyKeys)[Name]> };
