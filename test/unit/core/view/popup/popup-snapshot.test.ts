import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import messages from '../../../../../_locales/en/messages.json' with { type: 'json' };
import document from '../../../../../src/data/advisory.json' with { type: 'json' };
import { AdvisorySchema } from '../../../../../src/core/advisory/schema.ts';
import { buildPageView } from '../../../../../src/core/view/popup/build-page.ts';
import { buildPopupView } from '../../../../../src/core/view/popup/build-popup.ts';
import { buildPopupSnapshot } from '../../../../../src/core/view/popup/build-popup-snapshot.ts';
import { snapshotFor } from '../../../../../src/core/view/popup/popup-snapshot.ts';
import { messagesFrom } from '../../../../../src/core/i18n/messages.ts';
import { defaultSettings } from '../../../../../src/core/settings/settings.ts';

const advisory = v.parse(AdvisorySchema, document);
const facts = {
  advisory,
  origin: 'packaged',
  language: 'en',
  t: messagesFrom(messages, (key) => `missing ${key}`),
  now: Date.parse('2026-11-23T12:00:00Z'),
  snoozedUntil: null,
  openQuestions: 1,
  settings: defaultSettings(),
  timeZone: 'America/Chicago',
} as const;
const url = 'https://www.kaspersky.com/premium';
const verdict = {
  label: 'vendor-site',
  rule: 'vendor.site',
  matched: 'www.kaspersky.com',
  reason: { en: 'Listed.' },
} as const;
const whole = buildPopupView({ ...facts, url, tabId: 7, verdict });
const ofPages = advisory.notices.flatMap(({ sources }) => sources);
const glance = buildPopupSnapshot(
  buildPopupView({ ...facts, url: '', verdict: null }),
  ofPages,
  facts.now,
);
const pages = [{ tabId: 7, url, page: buildPageView({ ...facts, url, tabId: 7, verdict }) }];

describe('The popup’s first screen, made ahead,', () => {
  it('says of a page that was judged what the whole view says, with every source that it names', () => {
    const first = snapshotFor(glance, pages, { id: 7, url }, facts.now);
    expect(first?.awaits).toBe('parts');
    for (const part of ['page', 'concern', 'organization', 'openQuestions', 'advisory'] as const)
      expect(first?.[part]).toEqual(whole[part]);
    expect(first?.ban.headline).toEqual(whole.ban.headline);
    expect(first?.deadlines.map(({ id, title, state, when }) => [id, title, state, when])).toEqual(
      whole.deadlines.map(({ id, title, state, when }) => [id, title, state, when]),
    );
    const named = [
      ...whole.ban.headline.sources,
      ...(whole.page.notice?.sources ?? []),
      ...(whole.concern?.sources ?? []),
    ];
    expect(first?.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });

  it.each([
    ['another address in the same tab', { id: 7, url: 'https://www.kaspersky.com/' }],
    ['the same address in another tab', { id: 8, url }],
  ])('says nothing yet of %s, in the place of what most pages are', (_, tab) => {
    const first = snapshotFor(glance, pages, tab, facts.now);
    expect(first?.awaits).toBe('page');
    expect(first?.page).toMatchObject({
      label: 'unrelated',
      host: 'www.kaspersky.com',
      notice: null,
      reason: '',
    });
  });

  it('knows that a page of the browser is none to be judged', () => {
    expect(snapshotFor(glance, pages, { id: 7, url: 'chrome://newtab/' }, facts.now)).toMatchObject(
      { awaits: 'parts', page: { label: 'unknown', host: '' } },
    );
  });

  it('is not shown where the browser does not tell the address', () => {
    expect(snapshotFor(glance, pages, { id: 7 }, facts.now)).toBeNull();
    expect(snapshotFor(glance, pages, {}, facts.now)).toBeNull();
  });

  it('is not shown once the law, or the advisory, counts another day', () => {
    const american = {
      ...advisory,
      deadlines: advisory.deadlines.filter(({ timeZone }) => timeZone === 'America/New_York'),
    };
    const shown = (change: Partial<typeof advisory>, ...times: string[]) => {
      const made = buildPopupSnapshot(
        buildPopupView({ ...facts, advisory: { ...american, ...change }, url: '', verdict: null }),
        ofPages,
        facts.now,
      );
      return times.map(
        (time) => snapshotFor(made, pages, { id: 7, url }, Date.parse(time)) !== null,
      );
    };
    expect(american.deadlines.length).toBeGreaterThan(0);
    expect(shown({}, '2026-11-23T23:59:59-05:00', '2026-11-24T00:00:00-05:00')).toEqual([
      true,
      false,
    ]);
    expect(
      shown({ expires: '2026-11-23T15:00:00Z' }, '2026-11-23T14:59:59Z', '2026-11-23T15:00:00Z'),
    ).toEqual([true, false]);
    expect(shown({ deadlines: [] }, '2026-12-24T00:00:00Z')).toEqual([true]);
  });

  it('is a small part of the whole view', () => {
    expect(JSON.stringify(glance).length).toBeLessThan(JSON.stringify(whole).length / 3);
  });
});
