// The popup's states by name: each a page, a verdict and circumstances over one advisory.
import document from '../../../src/data/advisory.json' with { type: 'json' };
import * as v from 'valibot';
import { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import { buildPopupView, type PopupFacts } from '../../../src/core/build-popup-view.ts';
import type { Label } from '../../../src/core/detection/labels.ts';
import type { PopupView } from '../../../src/core/popup-view.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { sampleAdvisory } from '../../cases/sample-advisory.ts';

const now = Date.parse('2026-11-23T12:00:00-05:00');

const advisory = v.parse(AdvisorySchema, document);

const page = (label: Label, url: string): Partial<PopupFacts> => ({
  url,
  verdict: { label, rule: `sample.${label}`, matched: new URL(url).hostname, reason: { en: `The address is on the advisory’s list for “${label}”.` } },
});

const samples: Readonly<Record<string, Partial<PopupFacts>>> = {
  vendor: page('vendor-site', 'https://www.kaspersky.com/premium'),
  download: { ...page('product-download', 'https://www.kaspersky.com/downloads/antivirus'), openQuestions: 2 },
  listing: { ...page('store-listing', 'https://shop.example/a/very/long/listing'), snoozedUntil: '2026-12-23T12:00:00Z' },
  lookalike: page('lookalike', 'https://kaspersky-lizenzen-und-schluessel-fuer-alle.xn--mnchen-3ya.example/'),
  removal: page('removal-help', 'https://support.kaspersky.com/common/uninstall'),
  exempt: page('exempt', 'https://securelist.com/'),
  mention: page('mention', 'https://news.example/article'),
  unrelated: page('unrelated', 'https://example.org/'),
  unknown: {},
  // The least that an advisory may hold.
  bare: { ...page('vendor-site', 'https://vendor.example/'), advisory: v.parse(AdvisorySchema, sampleAdvisory()) },
  expired: { ...page('vendor-site', 'https://www.kaspersky.com/'), now: Date.parse('2099-01-01T00:00:00Z'), openQuestions: 1 },
  // A clock before the last dates.
  ahead: { ...page('vendor-site', 'https://www.kaspersky.com/'), now: Date.parse('2024-08-15T12:00:00-04:00') },
  'right-to-left': { ...page('product-download', 'https://www.kaspersky.com/downloads'), language: 'ar' },
};

export const sampleNames = Object.keys(samples);

/** When the state is looked at. */
export function nowOf(name: string): number {
  return samples[name]?.now ?? now;
}

export function sampleNamed(name: string): PopupView {
  return buildPopupView({
    advisory,
    origin: 'packaged',
    language: 'en',
    now,
    url: '',
    verdict: null,
    snoozedUntil: null,
    openQuestions: 0,
    settings: defaultSettings(),
    ...samples[name],
  });
}
