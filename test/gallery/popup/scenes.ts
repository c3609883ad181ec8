// The popup's scenes: each a page, a verdict and circumstances over one advisory, and what a person
// does there.
import * as v from 'valibot';
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import type { PopupFacts } from '../../../src/core/view/popup/build-popup.ts';
import { emptyPlan, type Plan } from '../../../src/core/plan/plan.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import type { Label } from '../../../src/core/detection/model/labels.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';
import type { Scene } from '../page/scene.ts';
import type { TraceState } from '../page/traces.ts';

export interface PopupScene extends Scene {
  readonly facts?: Partial<PopupFacts>;
  /** In a tab of its own; else under the toolbar button. */
  readonly isTab?: boolean;
  /** The worker never answers, or fails the first time. */
  readonly worker?: 'waiting' | 'failing';
  readonly everySite?: 'on' | 'required';
  readonly traces?: TraceState;
  /** A first screen is at hand. */
  readonly ahead?: 'judged' | 'checking';
}

const page = (label: Label, url: string): Partial<PopupFacts> => ({
  url,
  verdict: {
    label,
    rule: `sample.${label}`,
    matched: new URL(url).hostname,
    reason: { en: `The address is on the advisory’s list for “${label}”.` },
  },
});

const vendor = page('vendor-site', 'https://www.kaspersky.com/premium');
const download = page('product-download', 'https://www.kaspersky.com/downloads/antivirus');
const organization = {
  organizationName: 'Northwind Traders',
  helpAddress: 'https://help.northwind.example/security',
  messages: {
    en: 'Please don’t install security software yourself. Open a ticket, and we will replace it with you within a day.',
  },
  approvedAlternatives: ['microsoft', 'In-house endpoint agent'],
};

const ofOne = (system: string): Plan => ({
  ...emptyPlan,
  devices: [{ id: 'd1', name: '', system }],
});
const household: Plan = {
  needs: ['home', 'vpn', 'passwords'],
  devices: [
    { id: 'd1', name: 'Desk', system: 'windows' },
    { id: 'd2', name: '', system: 'macos' },
    { id: 'd3', name: 'Ana’s phone', system: 'android' },
    { id: 'd4', name: '', system: 'ios' },
  ],
  choices: [{ need: 'passwords', product: 'bitwarden' }],
  done: [],
};

const verdicts: Readonly<Record<string, PopupScene>> = {
  'page-vendor': { facts: vendor },
  'page-download': { facts: { ...download, openQuestions: 2 } },
  'page-listing': {
    facts: {
      ...page('store-listing', 'https://shop.example/a/very/long/listing'),
      snoozedUntil: '2026-12-23T12:00:00Z',
    },
  },
  'page-lookalike': {
    facts: page(
      'lookalike',
      'https://kaspersky-lizenzen-und-schluessel-fuer-alle.xn--mnchen-3ya.example/',
    ),
  },
  'page-removal-help': {
    facts: page('removal-help', 'https://support.kaspersky.com/common/uninstall'),
  },
  'page-exempt': { facts: page('exempt', 'https://securelist.com/') },
  'page-component': { facts: page('component', 'https://update.kaspersky.example/') },
  'page-mention': { facts: page('mention', 'https://news.example/article') },
  'page-unrelated': { facts: page('unrelated', 'https://example.org/'), everySite: 'on' },
  'page-unknown': { facts: {} },
  'page-managed': {
    facts: { ...download, policy: organization, openQuestions: 1 },
    everySite: 'required',
  },
  'page-reported': {
    facts: {
      ...download,
      policy: { ...organization, reportAddress: 'https://collector.northwind.example/v1/logs' },
    },
  },
  // The least that an advisory may hold.
  'page-bare': {
    facts: {
      ...page('vendor-site', 'https://vendor.example/'),
      advisory: v.parse(AdvisorySchema, {
        ...sampleAdvisory(),
        deadlines: sampleAdvisory().deadlines.map((one) => ({
          ...one,
          title: { en: 'The end', es: 'El fin' },
        })),
      }),
    },
  },
  'page-expired': {
    facts: { ...vendor, now: Date.parse('2099-01-01T00:00:00Z'), openQuestions: 1 },
  },
  // Where this computer's clock tells no place, and where the person named one.
  'page-nowhere': { facts: { ...vendor, timeZone: 'Antarctica/Troll' } },
  'page-germany': {
    facts: { ...vendor, settings: { ...defaultSettings(), jurisdictions: ['de', 'eu'] } },
  },
  // Where the computer is, by its clock: in the ban's own place, and in one with rules of its own.
  'page-in-us': { facts: { ...download, timeZone: 'America/New_York' } },
  'page-elsewhere': { facts: { ...vendor, timeZone: 'Europe/London' } },
  'page-switching': { facts: { ...download, plan: household } },
  'page-traces': {
    facts: download,
    traces: 'found',
    act: async (hand) => void (await hand.see('.state-caution')),
  },
  'page-why': { facts: download, act: (hand) => hand.press('.why summary') },
  waiting: { worker: 'waiting' },
  // Made ahead, before the worker has answered: the page is known, or not yet.
  'ahead-judged': { facts: vendor, worker: 'waiting', ahead: 'judged' },
  'ahead-checking': {
    facts: page('unrelated', 'https://example.org/'),
    worker: 'waiting',
    ahead: 'checking',
  },
  failing: { worker: 'failing' },
};

const parts: Readonly<Record<string, PopupScene>> = {
  ban: {
    facts: vendor,
    isTab: true,
    hash: '#ban',
    act: (hand) => hand.see('#headline').then(hand.unfold),
  },
  dates: {
    facts: vendor,
    isTab: true,
    hash: '#dates',
    act: async (hand) => void (await hand.see('.timeline')),
  },
  // A clock before the last dates.
  'dates-ahead': {
    facts: { ...vendor, now: Date.parse('2024-08-15T12:00:00-04:00') },
    isTab: true,
    hash: '#dates',
    act: async (hand) => void (await hand.see('.timeline')),
  },
  'dates-everywhere': {
    facts: vendor,
    isTab: true,
    hash: '#dates',
    act: (hand) => hand.choose('#dates-place', 0),
  },
  'dates-opened': {
    facts: vendor,
    isTab: true,
    hash: '#dates',
    act: async (hand) => {
      await hand.press('.axis-mark.kind-law');
      await hand.see('.axis-opened li');
    },
  },
  facts: {
    facts: vendor,
    isTab: true,
    hash: '#facts',
    act: async (hand) => void (await hand.see('.fact-list')),
  },
  me: {
    facts: vendor,
    isTab: true,
    hash: '#me',
    act: async (hand) => void (await hand.see('#me-product')),
  },
  switch: {
    facts: vendor,
    isTab: true,
    hash: '#switch',
    act: async (hand) => void (await hand.see('.devices')),
  },
  'switch-traces': {
    facts: vendor,
    isTab: true,
    traces: 'found',
    hash: '#switch',
    act: async (hand) => void (await hand.see('#stage-look .findings')),
  },
  // Old names of what is inside the plan.
  'switch-removal': {
    facts: vendor,
    isTab: true,
    hash: '#removal',
    act: async (hand) => void (await hand.see('#stage-save > .arrived')),
  },
  'switch-alternatives': {
    facts: vendor,
    isTab: true,
    hash: '#alternatives',
    act: async (hand) => void (await hand.see('#stage-choose:has(.arrived) .compare')),
  },
  'switch-choosing': {
    facts: { ...vendor, plan: household },
    isTab: true,
    hash: '#alternatives',
    act: async (hand) => {
      await hand.choose('#need', 1);
      await hand.press('#product-microsoft .link-button');
      await hand.press('#product-microsoft td .button');
      await hand.see('#product-microsoft.chosen-row');
    },
  },
  'switch-everything': {
    facts: vendor,
    isTab: true,
    hash: '#alternatives',
    act: async (hand) => {
      await hand.choose('#need', 0);
      await hand.see('#product-withsecure');
    },
  },
  // A document that states a seat which no source confirms; the packaged one leaves such facts out.
  'switch-unverified': {
    facts: {
      ...vendor,
      advisory: v.parse(AdvisorySchema, {
        ...packaged,
        alternatives: {
          ...packaged.alternatives,
          products: packaged.alternatives.products.map((product) =>
            product.id === 'mullvad' ? { ...product, unverified: ['seat'] } : product,
          ),
        },
      }),
    },
    isTab: true,
    hash: '#alternatives',
    act: async (hand) => {
      await hand.choose('#need', 0);
      await hand.see('#product-withsecure');
    },
  },
  'switch-approved': {
    facts: { ...vendor, policy: organization },
    isTab: true,
    hash: '#alternatives',
    act: async (hand) => void (await hand.see('.approved')),
  },
  'switch-begun': {
    facts: { ...vendor, plan: ofOne('linux') },
    isTab: true,
    hash: '#switch',
    act: async (hand) => {
      await hand.press('.steps input');
      await hand.see('.steps .done');
    },
  },
  'switch-household': {
    facts: { ...vendor, plan: household },
    isTab: true,
    hash: '#switch',
    act: async (hand) => {
      await hand.press('.steps input');
      hand.unfold();
    },
  },
  // The guides with the most that is shared, and with the longest commands.
  'switch-windows': {
    facts: { ...vendor, plan: ofOne('windows') },
    isTab: true,
    hash: '#switch',
    act: (hand) => hand.see('.steps').then(hand.unfold),
  },
  'switch-fleet': {
    facts: { ...vendor, plan: ofOne('fleet') },
    isTab: true,
    hash: '#switch',
    act: (hand) => hand.see('.steps').then(hand.unfold),
  },
  questions: {
    facts: vendor,
    isTab: true,
    hash: '#questions',
    act: (hand) => hand.see('.question').then(hand.unfold),
  },
  'questions-none': {
    facts: vendor,
    isTab: true,
    hash: '#questions',
    act: (hand) => hand.type('#find-question', 'xylophone'),
  },
};

/** Someone at place, role and product number so and so of the lists. */
const answered = (choice: number): PopupScene => ({
  facts: vendor,
  isTab: true,
  hash: '#me',
  act: async (hand) => {
    for (const list of ['#me-place', '#me-role', '#me-product']) await hand.choose(list, choice);
    await hand.see('.answer');
  },
});

const search = (words: string): PopupScene => ({
  facts: vendor,
  act: async (hand) => {
    await hand.press('.icon-button');
    await hand.type('#search', words);
    await hand.see('search [role=status]');
  },
});

export const scenes: Readonly<Record<string, PopupScene>> = {
  ...verdicts,
  ...parts,
  'answer-1': answered(1),
  'answer-2': answered(2),
  'answer-3': answered(3),
  'answer-4': answered(4),
  search: search(''),
  'search-hits': search('ultrav unistall'),
  'search-nothing': search('xylophone'),
  'search-found': {
    facts: vendor,
    act: async (hand) => {
      await hand.press('.icon-button');
      await hand.type('#search', 'ultrav unistall');
      await hand.press('.hit');
      await hand.see('.arrived');
    },
  },
  ticket: {
    facts: download,
    act: async (hand) => {
      await hand.press('.stands .line .link-button:last-child');
      await hand.see('.sheet');
    },
  },
  'ticket-copied': {
    facts: download,
    act: async (hand) => {
      await hand.press('.stands .line .link-button:last-child');
      await hand.press('.ticket .primary');
    },
  },
};
