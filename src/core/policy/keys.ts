// Every policy key with its type. Names and descriptions are in `_locales` (`policyKey_NAME`,
// `policyAbout_NAME`). Browser schemas, templates and docs are generated from both.
import { exampleNames } from '../brand.ts';
import { snoozeDaysRange } from '../settings/settings.ts';
import { mayDismissUnlessSet } from './unset.ts';

interface KeyBase {
  /** Whether `peopleMayChange` can turn this value into a default. */
  readonly mayBeDefault: boolean;
  /** Value when no policy sets it; only for keys that people can't set. */
  readonly whenUnset?: boolean;
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
  checkForUpdates: { type: 'switch', mayBeDefault: false, whenUnset: true },
  watchEverySite: { type: 'switch', mayBeDefault: true, whenUnset: false },
  lookForTraces: { type: 'switch', mayBeDefault: true, whenUnset: false },
  reportAddress: { type: 'text', mayBeDefault: false },
  reportHeaders: { type: 'map', mayBeDefault: false },
  snoozeDays: { type: 'number', ...snoozeDaysRange, mayBeDefault: true },
  mayDismiss: { type: 'switch', mayBeDefault: false, whenUnset: mayDismissUnlessSet },
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

/** The valid values of a policy; unset keys are absent. */
export type PolicyValues = { readonly [Name in PolicyName]?: ValueOf<(typeof policyKeys)[Name]> };

/** An example value per key, for templates and docs; not in the worker's bundle. */
export const policyExamples = {
  mode: 'warn',
  jurisdictions: ['us'],
  organizationName: 'Example Corporation',
  helpAddress: `https://help.example.com/${exampleNames.folder}`,
  messages: {
    en: 'Our IT department has a replacement ready for you.',
    es: 'Nuestro departamento de TI tiene un sustituto para usted.',
  },
  approvedAlternatives: ['microsoft'],
  exceptions: ['research.example.com', exampleNames.subdomains],
  extraRules: [
    `product-download *.mirror.example/${exampleNames.folder}/*`,
    `product-download file:${exampleNames.file}`,
    'exempt research.example.com',
  ],
  feedAddress: `https://advisory.example.com/${exampleNames.folder}/`,
  feedKeys: ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  checkForUpdates: true,
  watchEverySite: false,
  lookForTraces: true,
  reportAddress: 'https://collector.example.com/v1/logs',
  reportHeaders: { 'x-api-key': 'replace-me' },
  snoozeDays: 30,
  mayDismiss: true,
  mayProceed: true,
  peopleMayChange: ['jurisdictions', 'language'],
  firstRunPage: false,
  language: 'en',
} as const satisfies { readonly [Name in PolicyName]: PolicyValues[Name] };
