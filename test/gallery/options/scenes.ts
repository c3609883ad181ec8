// The options page's scenes: what is stored, where the advisory comes from, and what a person does there.
import type { OptionsFacts } from '../../../src/core/view/build-options.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import type { FeedView, OrganizationFeedView } from '../../../src/core/view/options.ts';
import type { Hand } from '../page/user.ts';
import type { OptionsScene } from './scene.ts';
import { policy, traceScenes } from './trace-scenes.ts';

const settings = defaultSettings();
const feed: FeedView = {
  address: 'https://advisory.example.org/feeds/stable/advisory.jws',
  checkedAt: '2026-11-23T08:12:00Z',
  verifiedAt: '2026-11-23T08:12:00Z',
  verifiedBy: ['2026-a'],
  nextCheckAt: '2026-11-24T09:40:00Z',
  refusal: null,
};

const key = 'pN2kQ0v5R6T7U8W9x0y1z2A3B4C5D6E7F8G9H0J1K2L';
const organization: OrganizationFeedView = {
  ...feed,
  address: 'https://intranet.northwind.example/advisory.jws',
  origin: 'person',
  keys: [key],
  verifiedBy: [key],
  document: { id: 'northwind', version: 4, issued: '2026-11-02T00:00:00Z', isExpired: false },
};

const updated: Partial<OptionsFacts> = {
  origin: 'fetched',
  updates: { areAllowed: true, feed, organization: null },
  changes: [
    {
      subject: 'deadlines',
      kind: 'added',
      what: {
        en: 'State agencies: end of the grace period',
        es: 'Organismos estatales: fin del período de gracia',
      },
    },
    {
      subject: 'deadlines',
      kind: 'moved',
      what: { en: 'Updates end', es: 'Fin de las actualizaciones' },
      from: '2024-09-29',
      to: '2024-09-30',
    },
    {
      subject: 'questions',
      kind: 'changed',
      what: { en: 'May I go on using it at home?', es: '¿Puedo seguir usándolo en casa?' },
    },
  ],
};

const policyHash = '872588ad5c236a03bb3eb4ba80006c365e09867093dcf885caabea99d77c888b';

/** As a person chooses a file in the browser's own window. */
async function chooseFile(hand: Hand, content: unknown): Promise<void> {
  await hand.see('#settings-file');
  const input = document.querySelector('#backup input[type=file]');
  const files = new DataTransfer();
  files.items.add(
    new File([JSON.stringify(content)], 'settings.json', { type: 'application/json' }),
  );
  if (input instanceof HTMLInputElement) input.files = files.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

export const scenes: Readonly<Record<string, OptionsScene>> = {
  default: {},
  ...traceScenes,
  snoozes: {
    facts: {
      snoozes: [
        { host: 'www.kaspersky.com', until: '2026-12-23T12:00:00Z' },
        {
          host: 'a-very-long-name-of-a-shop-that-sells-license-keys.for-everybody.example',
          until: '2027-01-02T12:00:00Z',
        },
      ],
    },
  },
  exceptions: {
    facts: {
      settings: {
        ...settings,
        exceptions: ['securelist.com', '*.research.northwind.example', 'xn--mnchen-3ya.example'],
        jurisdictions: ['us', 'us-federal'],
      },
    },
  },
  elsewhere: { facts: { settings: { ...settings, jurisdictions: ['elsewhere'] } } },
  'exception-saved': {
    facts: { settings: { ...settings, exceptions: ['securelist.com'] } },
    act: async (hand) => {
      await hand.press('#exceptions .rows .button');
      await hand.see('#exceptions .empty');
      await hand.type('#exception', 'https://research.example.com/?a=1');
      await hand.press('#exceptions .button');
      await hand.see('#exceptions .saved');
    },
  },
  'exception-wrong': {
    act: async (hand) => {
      await hand.type('#exception', 'not a host');
      await hand.press('#exceptions .button');
      await hand.see('#exceptions .field-error:not(:empty)');
    },
  },
  repairs: {
    facts: {
      repairs: [
        { at: '2026-11-22T07:30:00Z', item: 'settings.snoozeDays', check: 'number' },
        { at: '2026-11-22T07:30:00Z', item: 'settings.mode', check: 'picklist' },
        { at: '2026-11-22T07:30:00Z', item: 'snoozes.3.until', check: 'missing' },
        { at: '2026-11-22T07:31:00Z', item: 'advisory.detection.rules.14.hosts', check: '' },
        { at: '2026-11-22T07:31:00Z', item: 'ownFeed.key', check: 'missing' },
        { at: '2026-11-22T07:31:00Z', item: 'networkBasis', check: 'string' },
      ],
    },
  },
  reports: {
    facts: {
      policy,
      reports: {
        organization: 'Northwind Traders',
        host: 'collector.northwind.example',
        queued: 0,
        delivered: 1284,
        dropped: 0,
        deliveredAt: '2026-11-23T16:40:00Z',
        failure: null,
        nextAttemptAt: null,
        policyHash,
      },
    },
  },
  'reports-failing': {
    facts: {
      policy: { ...policy, organizationName: '' },
      reports: {
        organization: '',
        host: 'a-very-long-name-of-a-collector.observability.northwind-international.example:8443',
        queued: 10_000,
        delivered: 0,
        dropped: 523,
        deliveredAt: null,
        failure: { at: '2026-11-23T16:40:00Z', status: 503 },
        nextAttemptAt: '2026-11-23T17:31:00Z',
        policyHash,
      },
    },
  },
  'reports-refused': {
    facts: {
      policy,
      reports: {
        organization: 'Northwind Traders',
        host: 'collector.northwind.example',
        queued: 0,
        delivered: 1284,
        dropped: 12,
        deliveredAt: '2026-11-22T16:40:00Z',
        failure: { at: '2026-11-23T16:40:00Z', status: null },
        nextAttemptAt: null,
        policyHash,
      },
    },
  },
  'reports-recovered': {
    facts: {
      policy,
      reports: {
        organization: 'Northwind Traders',
        host: 'collector.northwind.example',
        queued: 0,
        delivered: 1284,
        dropped: 0,
        deliveredAt: '2026-11-23T16:45:00Z',
        failure: { at: '2026-11-23T16:40:00Z', status: 503 },
        nextAttemptAt: null,
        policyHash,
      },
    },
  },
  blocked: {
    facts: {
      policy: { ...policy, locked: ['mode'], mayProceed: false },
      settings: { ...settings, mode: 'block' },
    },
    everySite: 'required',
  },
  managed: {
    facts: {
      settings: { ...settings, mode: 'block', exceptions: ['*.lab.northwind.example'] },
      policy: {
        organizationName: 'Northwind',
        locked: ['mode', 'exceptions', 'snoozeDays'],
        defaults: ['jurisdictions', 'language'],
        everySite: 'on',
        mayProceed: false,
        faultCount: 3,
      },
    },
  },
  'managed-by-nobody-named': {
    facts: {
      policy: {
        organizationName: '',
        locked: ['mode', 'language', 'jurisdictions'],
        defaults: [],
        everySite: 'off',
        mayProceed: true,
        faultCount: 0,
      },
    },
    everySite: 'required',
  },
  informing: {
    facts: { settings: { ...settings, mode: 'inform', snoozeDays: 7 } },
    everySite: 'on',
  },
  'feed-fine': { facts: updated, act: (hand) => hand.unfold() },
  'feed-failed': {
    facts: {
      updates: {
        areAllowed: true,
        feed: {
          ...feed,
          verifiedAt: null,
          verifiedBy: [],
          refusal: { reason: 'too-few-signatures', have: 1, need: 2 },
        },
        organization: null,
      },
    },
  },
  'feed-wrong-form': {
    facts: {
      ...updated,
      updates: {
        areAllowed: true,
        feed: {
          ...feed,
          verifiedAt: '2026-11-22T19:55:00Z',
          refusal: {
            reason: 'schema',
            path: 'deadlines.3.at',
            message: 'Invalid type: Expected string but received 5',
          },
        },
        organization: null,
      },
    },
  },
  'feed-off': {
    facts: {
      policy,
      updates: { areAllowed: false, feed: { ...feed, nextCheckAt: null }, organization: null },
    },
  },
  'own-feed': {
    facts: { origin: 'organization', updates: { areAllowed: true, feed, organization } },
  },
  'own-feed-failed': {
    facts: {
      updates: {
        areAllowed: true,
        feed,
        organization: {
          ...organization,
          document: null,
          verifiedAt: null,
          verifiedBy: [],
          refusal: { reason: 'unknown-key', kid: 'k-2025' },
        },
      },
    },
  },
  'own-feed-by-policy': {
    facts: {
      policy,
      updates: {
        areAllowed: true,
        feed: null,
        organization: { ...organization, origin: 'policy' },
      },
    },
  },
  'own-feed-wrong': {
    act: async (hand) => {
      await hand.type('#own-feed-address', 'http://not-secure.example/');
      await hand.type('#own-feed-key', 'short');
      await hand.press('#advisory form .button');
      await hand.see('#own-feed-key-error:not(:empty)');
    },
  },
  expired: {
    facts: {
      now: Date.parse('2099-01-01T00:00:00Z'),
      skippedEntries: [
        {
          path: 'detection.rules.14',
          message: 'Invalid type: Expected ("host" | "domain") but received "shape"',
        },
      ],
    },
    act: (hand) => hand.unfold(),
  },
  tested: {
    act: async (hand) => {
      await hand.type('#tested', 'https://www.kaspersky.com/downloads');
      await hand.press('#tester .button');
      await hand.see('.result');
    },
  },
  'tested-weighed': {
    act: async (hand) => {
      await hand.type(
        '#tested',
        'https://shop.example/product/weighed Kaspersky Plus, 3 devices, 1 year',
      );
      await hand.press('#tester .button');
      await hand.see('.signs');
    },
  },
  'tested-blocked': {
    facts: {
      policy: { ...policy, locked: ['mode'], mayProceed: false },
      settings: { ...settings, mode: 'block' },
    },
    act: async (hand) => {
      await hand.type('#tested', 'https://www.kaspersky.com/downloads');
      await hand.press('#tester .button');
      await hand.see('.result');
    },
  },
  mistake: {
    act: async (hand) => {
      await hand.type('#mistake-input', 'https://www.example.org/?user=1');
      await hand.press('#mistake .button');
      await hand.see('.report');
    },
  },
  saved: {
    act: async (hand) => {
      await hand.press('input[value=inform]');
      await hand.see('.saved');
    },
  },
  'not-saved': {
    worker: 'not-saving',
    act: async (hand) => {
      await hand.type('#snooze-days', '12');
      await hand.see('#snooze-days-error:not(:empty)');
    },
  },
  'settings-loaded': {
    facts: { policy: { ...policy, locked: ['mode'] } },
    act: async (hand) => {
      await chooseFile(hand, {
        kind: 'kaspersky-ban-advisory-settings',
        format: 1,
        settings: {
          snoozeDays: 14,
          mode: 'inform',
          exceptions: ['research.example.com', 'http://no-host/'],
          color: 'red',
        },
      });
      await hand.see('#backup .result');
    },
  },
  'settings-refused': {
    act: async (hand) => {
      await chooseFile(hand, ['not ours']);
      await hand.see('#settings-file-error:not(:empty)');
    },
  },
  'reset-asked': {
    act: async (hand) => {
      await hand.press('.reset .button');
      await hand.see('#reset-question');
    },
  },
  'reset-done': {
    everySite: 'on',
    act: async (hand) => {
      await hand.see('#every-site:checked');
      await hand.press('.reset .button');
      await hand.press('.reset .button.primary + .button');
      await hand.see('.reset .done:not(:empty)');
      await hand.see('#every-site:not(:checked)');
    },
  },
  failing: { worker: 'failing' },
};
