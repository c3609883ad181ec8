// Every report event, explained. The code, its tests and docs/reports.md are checked against it and
// against attribute-docs.ts.
import { vendorName } from '../brand.ts';
import type { AttributeName } from './attribute-docs.ts';
import { own, type EventName } from './events.ts';

interface EventAbout {
  readonly about: string;
  readonly attributes: readonly AttributeName[];
}

const address = ['url.scheme', 'url.domain', 'url.port', 'url.path'] as const;
const label = [
  'security_rule.category',
  'security_rule.ruleset.name',
  'security_rule.version',
] as const;
const rule = ['security_rule.name', ...label] as const;
const policy = [own.policyHash, own.policyFaults, own.mode] as const;
const trace = [own.traceName, own.traceDetector, own.traceStrength] as const;

export const eventTable = {
  'page.labeled': {
    about: `A page was shown that the advisory labels as an offer, a listing, ${vendorName}’s, a look-alike, or removal help. Once per page and tab within half an hour.`,
    attributes: [...address, ...rule],
  },
  'navigation.blocked': {
    about: 'In block mode, a navigation was blocked and our own page shown instead.',
    attributes: [...address, ...rule],
  },
  'download.held': {
    about: 'A download, or a link to one, was held, and the person was asked.',
    attributes: [...address, 'file.name', ...rule, own.questionKind],
  },
  'download.answered': {
    about: 'The person answered, and the answer was carried out.',
    attributes: [...address, 'file.name', ...rule, own.questionKind, own.questionAnswer],
  },
  'download.canceled': {
    about: 'In block mode, a download was canceled or its file deleted.',
    attributes: [...address, 'file.name', ...rule, own.downloadOutcome],
  },
  'notice.snoozed': {
    about: 'The person hid a site’s warnings for some days.',
    attributes: [...address, ...label, own.snoozeDays],
  },
  'notice.hidden': {
    about: 'A page kept hiding the notice, so a notification was shown instead.',
    attributes: [...address, ...label],
  },
  'trace.found': {
    about:
      'Where your policy has traces looked for: one was seen on this computer. No address, no page.',
    attributes: [...trace],
  },
  'trace.gone': {
    about:
      'A trace is not there any more, or was not seen for thirty days after the person ticked that the software is gone.',
    attributes: [...trace],
  },
  'advisory.updated': {
    about: 'A newer advisory was accepted.',
    attributes: [own.feed, own.advisoryVersion],
  },
  'advisory.refused': {
    about:
      'A feed’s document was rejected, and the previous advisory stays in use. Once until the reason changes.',
    attributes: [own.feed, 'error.type', own.advisoryVersion],
  },
  'policy.changed': {
    about: 'The browser delivered a policy that differs from the one before.',
    attributes: [...policy],
  },
  'reports.dropped': {
    about: 'Events were dropped because the queue was full or the collector rejected them.',
    attributes: [own.dropped],
  },
  heartbeat: {
    about: 'Each time the browser starts, and daily while it runs.',
    attributes: [
      own.advisoryVersion,
      own.advisoryOrigin,
      own.advisoryExpired,
      ...policy,
      own.troubles,
      own.dropped,
    ],
  },
} as const satisfies Record<EventName, EventAbout>;
