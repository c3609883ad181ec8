// Every event of a report and every attribute that one may bear, once: the code, its tests and docs/reports.md are held to these tables.
import * as v from 'valibot';

interface AttributeAbout {
  readonly type: 'string' | 'int' | 'boolean';
  readonly about: string;
  readonly example: string | number | boolean;
}

/** Names without our own prefix are those of the OpenTelemetry semantic conventions. */
export const ownPrefix = 'kaspersky_ban_advisory.';

export const attributeTable = {
  'log.record.uid': {
    type: 'string',
    about: 'Id of the event, the same at every attempt to deliver it: drop what you have already.',
    example: '5f0c1c52-1f1e-4f0b-9f5a-0d8a3a0f5f11',
  },
  'kaspersky_ban_advisory.sequence': {
    type: 'int',
    about:
      'Place of the event in the order of this installation, increasing; a gap is what was dropped or repaired.',
    example: 41,
  },
  'url.scheme': { type: 'string', about: '`https` or `http`.', example: 'https' },
  'url.domain': {
    type: 'string',
    about: 'Host of the page, download or link, in its ASCII form.',
    example: 'www.kaspersky.com',
  },
  'url.port': { type: 'int', about: 'Port, where the address names one.', example: 8443 },
  'url.path': {
    type: 'string',
    about: 'Path. Never a query or fragment; a part that may name a person is a hyphen.',
    example: '/downloads/standard',
  },
  'file.name': {
    type: 'string',
    about: 'Name of the file without its folder; left out where it holds an `@`.',
    example: 'kis15.0.1.415en_6872.exe',
  },
  'security_rule.name': {
    type: 'string',
    about: 'Id of the advisory’s rule that decided.',
    example: 'vendor-download',
  },
  'security_rule.category': {
    type: 'string',
    about: 'The label that the rule gives, such as `product-download`.',
    example: 'product-download',
  },
  'security_rule.version': {
    type: 'string',
    about: 'Version of the advisory that the rule is from.',
    example: '12',
  },
  'error.type': {
    type: 'string',
    about: 'Why a document of the feed was refused, such as `bad-signature`.',
    example: 'bad-signature',
  },
  'kaspersky_ban_advisory.advisory.version': {
    type: 'int',
    about: 'Version of the advisory that counts.',
    example: 12,
  },
  'kaspersky_ban_advisory.advisory.origin': {
    type: 'string',
    about: '`packaged`, `fetched`, or `organization` with your own document laid over it.',
    example: 'fetched',
  },
  'kaspersky_ban_advisory.advisory.expired': {
    type: 'boolean',
    about: 'The advisory that counts is past its expiry date.',
    example: false,
  },
  'kaspersky_ban_advisory.feed': {
    type: 'string',
    about: '`public` or `organization`: whose feed it was.',
    example: 'public',
  },
  'kaspersky_ban_advisory.policy.hash': {
    type: 'string',
    about:
      'SHA-256 of the good values of your policy; computers with the same one run by the same settings.',
    example: '2f7c3e0c6f0a0f5b6d1c6a7f9e8d7c6b5a4938271605f4e3d2c1b0a998877665',
  },
  'kaspersky_ban_advisory.policy.faults': {
    type: 'int',
    about:
      'Keys and elements of your policy that were dropped as wrong; the policy page names them.',
    example: 0,
  },
  'kaspersky_ban_advisory.mode': {
    type: 'string',
    about: '`inform`, `warn` or `block`.',
    example: 'warn',
  },
  'kaspersky_ban_advisory.question.kind': {
    type: 'string',
    about: '`download`, or `link` where a marked link was held before it was followed.',
    example: 'download',
  },
  'kaspersky_ban_advisory.question.answer': {
    type: 'string',
    about: '`canceled`, `kept`, or `deleted` for a file that was there already.',
    example: 'canceled',
  },
  'kaspersky_ban_advisory.snooze.days': {
    type: 'int',
    about: 'For how many days the person silenced the site.',
    example: 30,
  },
  'kaspersky_ban_advisory.dropped': {
    type: 'int',
    about:
      'Events of this installation that never arrived, as far as it knows, since reporting was switched on.',
    example: 0,
  },
} as const satisfies Record<string, AttributeAbout>;
export type AttributeName = keyof typeof attributeTable;

interface EventAbout {
  /** SeverityNumber of the specification: 9 INFO, 13 WARN. */
  readonly severity: 9 | 13;
  readonly about: string;
  readonly attributes: readonly AttributeName[];
}

const address = ['url.scheme', 'url.domain', 'url.port', 'url.path'] as const;
const rule = ['security_rule.name', 'security_rule.category', 'security_rule.version'] as const;
const policy = [
  'kaspersky_ban_advisory.policy.hash',
  'kaspersky_ban_advisory.policy.faults',
  'kaspersky_ban_advisory.mode',
] as const;

export const eventTable = {
  'page.labeled': {
    severity: 9,
    about:
      'A page was shown that the advisory labels as an offer, a listing, the vendor’s, a look-alike or removal help. Once for each page of a tab within half an hour.',
    attributes: [...address, ...rule],
  },
  'navigation.blocked': {
    severity: 13,
    about: 'In block mode, a navigation was stopped and our own page shown instead.',
    attributes: [...address, ...rule],
  },
  'download.held': {
    severity: 13,
    about: 'A download, or a link to one, was held, and the person was asked.',
    attributes: [...address, 'file.name', ...rule, 'kaspersky_ban_advisory.question.kind'],
  },
  'download.answered': {
    severity: 9,
    about: 'The person answered, and it was done.',
    attributes: [
      ...address,
      'file.name',
      ...rule,
      'kaspersky_ban_advisory.question.kind',
      'kaspersky_ban_advisory.question.answer',
    ],
  },
  'download.canceled': {
    severity: 13,
    about: 'In block mode, a download was canceled.',
    attributes: [...address, 'file.name', ...rule],
  },
  'notice.snoozed': {
    severity: 9,
    about: 'The person silenced a site’s notices for some days.',
    attributes: [...address, 'kaspersky_ban_advisory.snooze.days'],
  },
  'notice.hidden': {
    severity: 13,
    about: 'A page hid the notice again and again; a notification stood in for it.',
    attributes: [...address],
  },
  'advisory.updated': {
    severity: 9,
    about: 'A newer advisory was taken over.',
    attributes: ['kaspersky_ban_advisory.feed', 'kaspersky_ban_advisory.advisory.version'],
  },
  'advisory.refused': {
    severity: 13,
    about:
      'What a feed brought was refused, and the old advisory kept. Once until the reason changes.',
    attributes: [
      'kaspersky_ban_advisory.feed',
      'error.type',
      'kaspersky_ban_advisory.advisory.version',
    ],
  },
  'policy.changed': {
    severity: 9,
    about: 'The browser delivered a policy that differs from the one before.',
    attributes: [...policy],
  },
  'reports.dropped': {
    severity: 13,
    about: 'Events were lost: the queue was full, or the collector refused them.',
    attributes: ['kaspersky_ban_advisory.dropped'],
  },
  heartbeat: {
    severity: 9,
    about: 'At each start of the browser, and daily while it runs.',
    attributes: [
      'kaspersky_ban_advisory.advisory.version',
      'kaspersky_ban_advisory.advisory.origin',
      'kaspersky_ban_advisory.advisory.expired',
      ...policy,
      'kaspersky_ban_advisory.dropped',
    ],
  },
} as const satisfies Record<string, EventAbout>;

export type EventName = keyof typeof eventTable;
export const eventNames = Object.keys(eventTable) as [EventName, ...EventName[]];

export type Attributes = { readonly [Name in AttributeName]?: string | number | boolean };

/** One event as it lies in the queue. Times are RFC 3339 in UTC. */
export const ReportEventSchema = v.object({
  /** Stable over every attempt to deliver, so that a collector can drop what it has already. */
  id: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  name: v.picklist(eventNames),
  at: v.pipe(v.string(), v.isoTimestamp()),
  attributes: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});
export type ReportEvent = v.InferOutput<typeof ReportEventSchema>;
