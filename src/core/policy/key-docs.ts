// What each policy key says to administrators. Browser schemas, templates and documentation are made from this and from keys.ts.
import type { PolicyName, PolicyValues } from './keys.ts';

interface KeyWords<Value> {
  readonly title: string;
  /** What it does; one or two sentences. */
  readonly about: string;
  readonly example: Value;
}

export const policyKeyDocs = {
  mode: {
    title: 'Mode',
    about:
      'inform: toolbar badge and popup only. warn: notices in pages, and downloads are held and asked about. block: banned downloads and listings are stopped.',
    example: 'warn',
  },
  jurisdictions: {
    title: 'Jurisdictions',
    about:
      'Ids of the jurisdictions that concern your people, as in the advisory, such as us. Empty: all. elsewhere: all, and no country is guessed.',
    example: ['us'],
  },
  organizationName: {
    title: 'Name of your organization',
    about: 'Shown wherever a setting or a warning comes from you.',
    example: 'Example Corporation',
  },
  helpAddress: {
    title: 'Help desk address',
    about: 'An https or mailto address that people are led to for help.',
    example: 'https://help.example.com/kaspersky',
  },
  messages: {
    title: 'Your message',
    about:
      'A sentence of yours by language tag, shown in warnings and in the popup. en is used where a language is missing.',
    example: {
      en: 'Our IT department has a replacement ready for you.',
      es: 'Nuestro departamento de TI tiene un sustituto para usted.',
    },
  },
  approvedAlternatives: {
    title: 'Approved alternatives',
    about:
      'Products that your organization approves, shown first: ids of the advisory, such as microsoft, or names of your own.',
    example: ['microsoft'],
  },
  exceptions: {
    title: 'Exceptions',
    about:
      'Hosts on which nothing is shown, held or blocked, with every host below them; *. before a name says the same.',
    example: ['research.example.com', '*.kaspersky.example'],
  },
  extraRules: {
    title: 'Additional rules',
    about:
      'One rule a line: a label, a space, then a host with an optional path, or file: and a file name; * stands for any characters.',
    example: [
      'product-download *.mirror.example/kaspersky/*',
      'product-download file:kaspersky-*.msi',
      'exempt research.example.com',
    ],
  },
  feedAddress: {
    title: 'Address of your own advisory feed',
    about:
      'An https address of a folder made by "advisory publish". It is laid over the public advisory and needs feedKeys.',
    example: 'https://advisory.example.com/kaspersky/',
  },
  feedKeys: {
    title: 'Keys of your own advisory feed',
    about:
      'Ed25519 public keys in base64url (43 characters each); a document must be signed by one of them.',
    example: ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  },
  checkForUpdates: {
    title: 'Check for advisory updates',
    about:
      'Off: no advisory is fetched, neither the public one nor your own. Reports are sent all the same.',
    example: true,
  },
  watchEverySite: {
    title: 'Watch every site',
    about:
      'On: links and pages everywhere are looked at locally, where the browser grants access to all sites.',
    example: false,
  },
  reportAddress: {
    title: 'Report address',
    about:
      'https address of an OpenTelemetry collector (OTLP/HTTP, logs). Empty: nothing is ever reported.',
    example: 'https://collector.example.com/v1/logs',
  },
  reportHeaders: {
    title: 'Report headers',
    about: 'Headers sent with each report, such as an authorization token of the collector.',
    example: { 'x-api-key': 'replace-me' },
  },
  snoozeDays: {
    title: 'Days of a snooze',
    about: 'For how many days a person may silence a site.',
    example: 30,
  },
  mayDismiss: {
    title: 'People may silence warnings',
    about: 'Off: warnings have no snooze. They can still be closed for the visit.',
    example: true,
  },
  mayProceed: {
    title: 'People may proceed',
    about:
      'Off: a held download can only be canceled, and the way on is not offered. In block mode it is off unless set.',
    example: true,
  },
  peopleMayChange: {
    title: 'Settings that people may change',
    about:
      'Keys of this policy that are only defaults; people may set them otherwise. All others are orders.',
    example: ['jurisdictions', 'language'],
  },
  firstRunPage: {
    title: 'First-run page',
    about: 'Off: nothing opens after the installation.',
    example: false,
  },
  language: {
    title: 'Language',
    about: 'Language tag of the interface, such as en or es. Empty: that of the browser.',
    example: 'en',
  },
} as const satisfies { readonly [Name in PolicyName]: KeyWords<NonNullable<PolicyValues[Name]>> };
