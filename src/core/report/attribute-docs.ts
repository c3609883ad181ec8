// Every attribute of report events, explained. Like event-docs.ts, checked against code and documents.
import { exampleNames, productId } from '../brand.ts';
import { own } from './events.ts';

interface AttributeAbout {
  readonly type: 'string' | 'int' | 'boolean';
  readonly about: string;
  readonly example: string | number | boolean;
}

export const attributeTable = {
  'log.record.uid': {
    type: 'string',
    about: 'Id of the event, the same at every delivery attempt: drop what you already have.',
    example: '5f0c1c52-1f1e-4f0b-9f5a-0d8a3a0f5f11',
  },
  [own.sequence]: {
    type: 'int',
    about:
      'Position of the event in this installation’s order, increasing; a gap means that events were dropped or repaired.',
    example: 41,
  },
  'url.scheme': { type: 'string', about: '`https` or `http`.', example: 'https' },
  'url.domain': {
    type: 'string',
    about: 'Host of the page, download, or link, in ASCII form.',
    example: exampleNames.site,
  },
  'url.port': { type: 'int', about: 'Port, if the address names one.', example: 8443 },
  'url.path': {
    type: 'string',
    about:
      'Path. Never a query or fragment; a part that might name a person is replaced by a hyphen.',
    example: '/downloads/standard',
  },
  'file.name': {
    type: 'string',
    about: 'Name of the file without its folder; left out if it contains an `@`.',
    example: 'kis15.0.1.415en_6872.exe',
  },
  'security_rule.name': {
    type: 'string',
    about: 'Id of the advisory’s rule that matched.',
    example: 'vendor-download',
  },
  'security_rule.category': {
    type: 'string',
    about: 'The rule’s label, such as `product-download`.',
    example: 'product-download',
  },
  'security_rule.ruleset.name': {
    type: 'string',
    about: 'Id of the advisory that contains the rule.',
    example: productId,
  },
  'security_rule.version': {
    type: 'string',
    about: 'Version of that advisory when it decided.',
    example: '12',
  },
  'error.type': {
    type: 'string',
    about: 'Why a document from the feed was rejected, such as `bad-signature`.',
    example: 'bad-signature',
  },
  [own.advisoryVersion]: {
    type: 'int',
    about: 'Version of the advisory in use.',
    example: 12,
  },
  [own.advisoryOrigin]: {
    type: 'string',
    about: '`packaged`, `fetched`, or `organization` if your own document is merged over it.',
    example: 'fetched',
  },
  [own.advisoryExpired]: {
    type: 'boolean',
    about: 'The advisory in use is past its expiration date.',
    example: false,
  },
  [own.feed]: {
    type: 'string',
    about: '`public` or `organization`: whose feed it is.',
    example: 'public',
  },
  [own.policyHash]: {
    type: 'string',
    about:
      'SHA-256 of the valid values of your policy; computers with the same one have the same settings.',
    example: '2f7c3e0c6f0a0f5b6d1c6a7f9e8d7c6b5a4938271605f4e3d2c1b0a998877665',
  },
  [own.policyFaults]: {
    type: 'int',
    about:
      'Number of keys and entries of your policy that were skipped as invalid; the policy page names them.',
    example: 0,
  },
  [own.mode]: {
    type: 'string',
    about: '`inform`, `warn`, or `block`.',
    example: 'warn',
  },
  [own.questionKind]: {
    type: 'string',
    about: '`download`, or `link` if a marked link was held before it was followed.',
    example: 'download',
  },
  [own.questionAnswer]: {
    type: 'string',
    about:
      'Result: `canceled`; `deleted`, a complete file, or `left` if the browser could not delete it; `kept` once the whole file came, or `lost` if it did not come; `followed`, a link; `refused` if the browser itself had stopped it.',
    example: 'canceled',
  },
  [own.snoozeDays]: {
    type: 'int',
    about: 'For how many days the person hid the site’s warnings.',
    example: 30,
  },
  [own.traceName]: {
    type: 'string',
    about: 'Id of the trace in the advisory.',
    example: 'injected-tags',
  },
  [own.traceDetector]: {
    type: 'string',
    about: 'What looked for it, such as `page-injection` or `certificate-issuer`.',
    example: 'page-injection',
  },
  [own.traceStrength]: {
    type: 'string',
    about: '`very-strong`, `strong` or `medium`: how much it says.',
    example: 'very-strong',
  },
  [own.downloadOutcome]: {
    type: 'string',
    about:
      '`canceled`; `deleted` if the file was already complete; `left` if the browser could not delete it.',
    example: 'deleted',
  },
  [own.troubles]: {
    type: 'string',
    about:
      'What doesn’t work on this computer, separated by commas; empty if everything works: `unreadable` or `unsaved` (the browser’s storage), `sites` (a person removed site access), `policySites` or `policySite` (`runtime_blocked_hosts` or `restricted_domains`, as far as such pages were open), `notifications`, `downloads`.',
    example: 'policySites',
  },
  [own.dropped]: {
    type: 'int',
    about:
      'Events of this installation that never arrived, as far as it knows, since reporting was turned on.',
    example: 0,
  },
} as const satisfies Record<string, AttributeAbout>;
export type AttributeName = keyof typeof attributeTable;
export type Attributes = { readonly [Name in AttributeName]?: string | number | boolean };
