import { describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import messages from '../../../../../_locales/en/messages.json' with { type: 'json' };
import { AdvisorySchema, type Advisory } from '../../../../../src/core/advisory/schema.ts';
import { buildPopupView, type PopupFacts } from '../../../../../src/core/view/popup/build-popup.ts';
import { otherPlace } from '../../../../../src/core/advisory/location.ts';
import { messagesFrom } from '../../../../../src/core/i18n/messages.ts';
import { defaultSettings } from '../../../../../src/core/settings/settings.ts';
import { summarySections } from '../../../../../src/pages/popup/summary/summary.ts';
import { sampleAdvisory } from '../../../../cases/advisory/sample-advisory.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const t = messagesFrom(messages, (key) => `missing ${key}`);
type Input = ReturnType<typeof sampleAdvisory>;

function advisoryWith(change: (advisory: Input) => void = () => undefined): Advisory {
  const input = sampleAdvisory();
  change(input);
  return v.parse(AdvisorySchema, input);
}

function view(facts: Partial<PopupFacts> = {}) {
  return buildPopupView({
    advisory: advisoryWith(),
    origin: 'packaged',
    language: 'en',
    t,
    now,
    url: '',
    verdict: null,
    snoozedUntil: null,
    openQuestions: 0,
    settings: defaultSettings(),
    ...facts,
  });
}

const vendor = {
  label: 'vendor-site',
  rule: 'vendor.site',
  matched: 'vendor.example',
  reason: { en: 'Listed.', es: 'En la lista.' },
} as const;

describe('The popup’s view of the page', () => {
  it('holds the verdict with its rule and reason, and the words of the advisory', () => {
    expect(view({ url: 'https://vendor.example/a?b=c', verdict: vendor }).page).toEqual({
      tabId: null,
      host: 'vendor.example',
      label: 'vendor-site',

      rule: 'vendor.site',
      reason: 'Listed.',
      notice: { title: 'About vendor-site', text: 'A sentence.', sources: ['order'] },
      snoozedUntil: null,
    });
  });

  it('says unknown, and nothing else, where the browser does not tell the address', () => {
    expect(view().page).toMatchObject({
      host: '',
      label: 'unknown',

      rule: '',
      notice: null,
    });
  });

  it('has no notice for a label that the advisory has no words for', () => {
    expect(
      view({ url: 'https://news.example', verdict: { ...vendor, label: 'mention' } }).page,
    ).toMatchObject({ notice: null });
  });

  it.each([
    ['https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://plain.example:8443/', 'plain.example'],
    ['not an address', ''],
  ])('shows the host of %s as %s', (url, host) => {
    expect(view({ url, verdict: vendor }).page.host).toBe(host);
  });
});

describe('The popup’s view of the advisory', () => {
  it('speaks the language that is asked for, and English where a text lacks it', () => {
    const advisory = advisoryWith(
      (input) => (input.ban.headline.text = { en: 'No.', es: 'Que no.' }),
    );
    const { ban, page, direction } = view({
      advisory,
      language: 'es',
      url: 'https://vendor.example',
      verdict: vendor,
    });
    expect([ban.headline.text, page.reason, page.notice?.text, direction]).toEqual([
      'Que no.',
      'En la lista.',
      'A sentence.',
      'ltr',
    ]);
    expect(view({ language: 'ar' }).direction).toBe('rtl');
  });

  it('orders deadlines by their instants, whatever their offsets and places in the document', () => {
    const advisory = advisoryWith((input) => {
      const [first] = input.deadlines;
      if (!first) throw new Error('The sample has a deadline.');
      // 23:30 in New York comes after 02:00 of the next day in Berlin.
      input.deadlines.push(
        { ...first, id: 'later', at: '2027-01-01T23:30:00-05:00' },
        { ...first, id: 'earlier', at: '2027-01-02T02:00:00+01:00' },
      );
    });
    expect(view({ advisory }).deadlines.map(({ id, state }) => [id, state])).toEqual([
      ['updates', 'past'],
      ['earlier', 'ahead'],
      ['later', 'ahead'],
    ]);
  });

  it('leaves out parts of the ban that have no statements, and keeps the order of the rest', () => {
    expect(view().ban.sections.map(({ id }) => id)).toEqual([
      'summary',
      'prohibited',
      'notProhibited',
      'bound',
      'exempt',
      'penalties',
      'vendorPosition',
    ]);
  });

  it('shows the places that a person chose, and all of them where none of these is known', () => {
    const advisory = advisoryWith((input) => {
      const [us] = input.jurisdictions;
      const [deadline] = input.deadlines;
      if (!us || !deadline) throw new Error('The sample has both.');
      input.jurisdictions.push({ ...us, id: 'de' });
      input.deadlines.push({ ...deadline, id: 'warning', jurisdiction: 'de' });
    });
    const chosen = view({ advisory, settings: { ...defaultSettings(), jurisdictions: ['de'] } });
    expect([
      chosen.jurisdictions.map(({ id }) => id),
      chosen.deadlines.map(({ id }) => id),
    ]).toEqual([['de'], ['warning']]);
    expect(
      view({ advisory, settings: { ...defaultSettings(), jurisdictions: ['gone'] } }).jurisdictions,
    ).toHaveLength(2);
    const others = view({
      advisory,
      settings: { ...defaultSettings(), jurisdictions: [otherPlace] },
    });
    expect([others.jurisdictions.length, others.deadlines.length]).toEqual([2, 2]);
  });

  it('lists alternatives by name as the language sorts, not as the document does', () => {
    const advisory = advisoryWith((input) => {
      const [product] = input.alternatives.products;
      if (!product) throw new Error('The sample has a product.');
      input.alternatives.products = ['Zeta', 'ähnlich', 'Beta'].map((name) => ({
        ...product,
        id: name.toLowerCase().replace('ä', 'a'),
        name,
      }));
    });
    expect(
      view({ advisory, language: 'de' }).alternatives.products.map(({ name }) => name),
    ).toEqual(['ähnlich', 'Beta', 'Zeta']);
  });

  it('says that it may be out of date from the instant of its expiry on', () => {
    const expires = Date.parse('2027-01-10T00:00:00Z');
    expect(view({ now: expires - 1 }).advisory.isExpired).toBe(false);
    expect(view({ now: expires }).advisory.isExpired).toBe(true);
  });

  it('is dated as in its own document, whatever the zone of the computer', () => {
    vi.stubEnv('TZ', 'America/Chicago');
    expect(new Date('2026-11-23T00:00:00Z').getDate()).toBe(22);
    const advisory = advisoryWith((input) =>
      Object.assign(input, { version: 3, issued: '2026-11-23T00:00:00Z' }),
    );
    const whole = view({ advisory, now: Date.parse('2099-01-01T00:00:00Z') });
    expect(whole.advisory.edition).toBe('Advisory version 3, November 23, 2026');
    const lines = summarySections(whole, now, 'en', t).flatMap((section) =>
      section.lines.map(({ text }) => text),
    );
    expect(lines).toContain('May be out of date since January 10, 2027');
    vi.unstubAllEnvs();
  });

  it('hands on what is not confirmed as not confirmed', () => {
    const advisory = advisoryWith((input) => (input.ban.headline.confirmed = false));
    expect(view({ advisory }).ban.headline.confirmed).toBe(false);
    expect(view().ban.headline.confirmed).toBe(true);
  });

  it('is plain data that survives the way to the popup', () => {
    const whole = view({ url: 'https://vendor.example', verdict: vendor });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });
});
