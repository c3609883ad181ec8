import { describe, expect, it } from 'vitest';
import type { Label } from '../../../../../src/core/detection/model/labels.ts';
import { defaultSettings } from '../../../../../src/core/settings/settings.ts';
import { consequences } from '../../../../../src/pages/options/tester/verdict-words.ts';

const policy = {
  organizationName: '',
  locked: [],
  defaults: [],
  everySite: null,
  faultCount: 0,
} as const;
const inBlockMode = (mayProceed: boolean) => ({
  settings: { ...defaultSettings(), mode: 'block' as const },
  policy: { ...policy, mayProceed },
});
const keys = (label: Label, type: 'url' | 'filename', view: Parameters<typeof consequences>[2]) =>
  consequences(label, type, view, (key) => key);

describe('What the tester says of block mode', () => {
  it.each(['product-download', 'store-listing'] as const)(
    '%s: the page is blocked, with or without a way on',
    (label) => {
      for (const mayProceed of [true, false])
        expect(keys(label, 'url', inBlockMode(mayProceed))).toEqual(['optionsEffectPageBlocked']);
    },
  );

  it('the vendor’s own site is warned of as ever', () => {
    expect(keys('vendor-site', 'url', inBlockMode(false))).toEqual([
      'optionsEffectBadge',
      'optionsEffectTier_notice',
    ]);
  });

  it.each([
    ['product-download', false, 'optionsEffectBlocked'],
    ['product-download', true, 'optionsEffectHeld'],
    ['lookalike', false, 'optionsEffectHeld'],
    ['mention', false, 'optionsEffectLetThrough'],
  ] as const)('a file that is %s, with a way on: %s', (label, mayProceed, effect) => {
    expect(keys(label, 'filename', inBlockMode(mayProceed))).toEqual([effect]);
  });
});

it('says nothing of blocking in another mode', () => {
  expect(keys('product-download', 'url', { settings: defaultSettings(), policy: null })).toEqual([
    'optionsEffectBadge',
    'optionsEffectTier_warning',
  ]);
});
