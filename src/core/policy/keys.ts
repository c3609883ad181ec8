// Each policy key once: type, default, words for administrators. Browser schemas, templates and documentation are made from this.

interface KeyBase {
  readonly title: string;
  /** What it does, for administrators; one or two sentences. */
  readonly about: string;
  /** Whether `peopleMayChange` can make this value a default instead of an order. */
  readonly mayBeDefault: boolean;
}

export type PolicyKey =
  | (KeyBase & { readonly type: 'choice'; readonly values: readonly string[]; readonly example: string })
  | (KeyBase & { readonly type: 'text'; readonly example: string })
  | (KeyBase & { readonly type: 'switch'; readonly example: boolean })
  | (KeyBase & { readonly type: 'number'; readonly min: number; readonly max: number; readonly example: number })
  | (KeyBase & { readonly type: 'list'; readonly example: readonly string[] })
  | (KeyBase & { readonly type: 'map'; readonly example: Readonly<Record<string, string>> });

export const policyKeys = {
  mode: {
    type: 'choice',
    values: ['inform', 'warn', 'block'],
    title: 'Mode',
    about:
      'inform: toolbar badge and popup only. warn: notices in pages, and downloads are held and asked about. block: banned downloads and listings are stopped.',
    example: 'warn',
    mayBeDefault: true,
  },
  jurisdictions: {
    type: 'list',
    title: 'Jurisdictions',
    about: 'Ids of the jurisdictions that concern your people, as in the advisory, such as us. Empty: all.',
    example: ['us'],
    mayBeDefault: true,
  },
  organisationName: {
    type: 'text',
    title: 'Name of your organization',
    about: 'Shown wherever a setting or a warning comes from you.',
    example: 'Example Corporation',
    mayBeDefault: false,
  },
  helpAddress: {
    type: 'text',
    title: 'Help desk address',
    about: 'An https or mailto address that people are led to for help.',
    example: 'https://help.example.com/kaspersky',
    mayBeDefault: false,
  },
  messages: {
    type: 'map',
    title: 'Your message',
    about: 'A sentence of yours by language tag, shown in warnings and in the popup. en is used where a language is missing.',
    example: { en: 'Our IT department has a replacement ready for you.', es: 'Nuestro departamento de TI tiene un sustituto para usted.' },
    mayBeDefault: false,
  },
  approvedAlternatives: {
    type: 'list',
    title: 'Approved alternatives',
    about: 'Products that your organization approves, shown first: ids of the advisory, such as microsoft, or names of your own.',
    example: ['microsoft'],
    mayBeDefault: false,
  },
  exceptions: {
    type: 'list',
    title: 'Exceptions',
    about: 'Hosts on which nothing is shown, held or blocked, with every host below them; *. before a name says the same.',
    example: ['research.example.com', '*.kaspersky.example'],
    mayBeDefault: true,
  },
  extraRules: {
    type: 'list',
    title: 'Additional rules',
    about: 'One rule a line: a label, a space, then a host with an optional path, or file: and a file name; * stands for any characters.',
    example: ['product-download *.mirror.example/kaspersky/*', 'product-download file:kaspersky-*.msi', 'exempt research.example.com'],
    mayBeDefault: false,
  },
  feedAddress: {
    type: 'text',
    title: 'Address of your own advisory feed',
    about: 'An https address of a folder made by "advisory publish". It is laid over the public advisory and needs feedKeys.',
    example: 'https://advisory.example.com/kaspersky/',
    mayBeDefault: false,
  },
  feedKeys: {
    type: 'list',
    title: 'Keys of your own advisory feed',
    about: 'Ed25519 public keys in base64url (43 characters each); a document must be signed by one of them.',
    example: ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
    mayBeDefault: false,
  },
  checkForUpdates: {
    type: 'switch',
    title: 'Check for advisory updates',
    about: 'Off: the extension asks nothing of the network.',
    example: true,
    mayBeDefault: false,
  },
  watchEverySite: {
    type: 'switch',
    title: 'Watch every site',
    about: 'On: links and pages everywhere are looked at locally, where the browser grants access to all sites.',
    example: false,
    mayBeDefault: true,
  },
  reportAddress: {
    type: 'text',
    title: 'Report address',
    about: 'https address of an OpenTelemetry collector (OTLP/HTTP, logs). Empty: nothing is ever reported.',
    example: 'https://collector.example.com/v1/logs',
    mayBeDefault: false,
  },
  reportHeaders: {
    type: 'map',
    title: 'Report headers',
    about: 'Headers sent with each report, such as an authorization token of the collector.',
    example: { 'x-api-key': 'replace-me' },
    mayBeDefault: false,
  },
  snoozeDays: {
    type: 'number',
    min: 1,
    max: 365,
    title: 'Days of a snooze',
    about: 'For how many days a person may silence a site.',
    example: 30,
    mayBeDefault: true,
  },
  mayDismiss: {
    type: 'switch',
    title: 'People may dismiss warnings',
    about: 'Off: warnings have no snooze. They can still be closed for the visit.',
    example: true,
    mayBeDefault: false,
  },
  mayProceed: {
    type: 'switch',
    title: 'People may proceed',
    about: 'Off: a held download can only be canceled, and the way on is not offered. In block mode it is off unless set.',
    example: true,
    mayBeDefault: false,
  },
  peopleMayChange: {
    type: 'list',
    title: 'Settings that people may change',
    about: 'Keys of this policy that are only defaults; people may set them otherwise. All others are orders.',
    example: ['jurisdictions', 'language'],
    mayBeDefault: false,
  },
  firstRunPage: {
    type: 'switch',
    title: 'First-run page',
    about: 'Off: nothing opens after the installation.',
    example: false,
    mayBeDefault: false,
  },
  language: {
    type: 'text',
    title: 'Language',
    about: 'Language tag of the interface, such as en or es. Empty: that of the browser.',
    example: 'en',
    mayBeDefault: true,
  },
} as const satisfies Record<string, PolicyKey>;

export type PolicyName = keyof typeof policyKeys;
export const policyNames = Object.keys(policyKeys) as readonly PolicyName[];

type ValueOf<Key extends PolicyKey> = Key extends { type: 'choice'; values: readonly (infer Value)[] }
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
