import { describe, expect, it } from 'vitest';
import { downloadAction } from '../../../../src/core/decision/download-action.ts';
import { labels, labelBehaviors } from '../../../../src/core/detection/model/labels.ts';

const warn = { mode: 'warn' as const, exceptions: [] };

describe('downloadAction', () => {
  it.each(labels)('does with %s what the label table says', (label) => {
    expect(
      downloadAction({ mayProceed: true, label, hosts: ['example.com'], settings: warn }),
    ).toBe(labelBehaviors[label].download);
  });

  it('holds nothing in the mode `inform`', () => {
    const settings = { mode: 'inform' as const, exceptions: [] };
    expect(
      downloadAction({
        mayProceed: true,
        label: 'product-download',
        hosts: ['example.com'],
        settings,
      }),
    ).toBe('let-through');
  });

  it('holds nothing that comes from an exception, but its namesake', () => {
    const settings = { mode: 'warn' as const, exceptions: ['example.com'] };
    const label = 'product-download';
    expect(
      downloadAction({ mayProceed: true, label, hosts: ['cdn.test', 'www.example.com'], settings }),
    ).toBe('let-through');
    expect(downloadAction({ mayProceed: true, label, hosts: ['notexample.com'], settings })).toBe(
      'ask',
    );
  });
});

describe('downloadAction where the policy blocks', () => {
  const block = { mode: 'block' as const, exceptions: ['lab.example'] };

  it('ends downloads of the software and of its listings, and goes on asking about the others', () => {
    const what = (label: (typeof labels)[number]) =>
      downloadAction({ label, hosts: ['a.example'], settings: block, mayProceed: false });
    expect([what('product-download'), what('store-listing')]).toEqual(['cancel', 'cancel']);
    for (const label of labels.filter(
      (one) => !['product-download', 'store-listing'].includes(one),
    ))
      expect(what(label)).toBe(labelBehaviors[label].download);
  });

  it('asks where people are left a way on, and lets an exception through', () => {
    expect(
      downloadAction({
        label: 'product-download',
        hosts: ['a.example'],
        settings: block,
        mayProceed: true,
      }),
    ).toBe('ask');
    expect(
      downloadAction({
        label: 'product-download',
        hosts: ['deep.lab.example'],
        settings: block,
        mayProceed: false,
      }),
    ).toBe('let-through');
  });
});
