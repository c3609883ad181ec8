import { describe, expect, it } from 'vitest';
import {
  closeNotice,
  isException,
  pageAction,
  rememberNotice,
  type PageCircumstances,
  type SeenNotice,
} from '../../../../src/core/decision/page-action.ts';
import { labels, labelBehaviors } from '../../../../src/core/detection/model/labels.ts';
import { dayMs } from '../../../../src/core/base/time.ts';

const now = Date.parse('2031-03-30T00:30:00Z');
const quiet: PageCircumstances = {
  label: 'vendor-site',
  host: 'www.example.com',
  settings: { mode: 'warn', exceptions: [] },
  snoozes: [],
  seen: [],
  isNoticeShown: false,
  now,
};
const seen: SeenNotice = {
  site: 'example.com',
  label: 'vendor-site',
  tier: 'notice',
  at: now - 1000,
  isClosed: false,
};

describe('pageAction', () => {
  it.each(labels)(
    'gives %s the badge of the label table and speaks only where its tier does',
    (label) => {
      const action = pageAction({ ...quiet, label });
      expect(action.badge.badge).toBe(labelBehaviors[label].badge);
      expect(action.showsNotice).toBe(labelBehaviors[label].tier !== 'none');
    },
  );

  it('shows a calm notice once per site and day', () => {
    expect(pageAction({ ...quiet, seen: [seen] })).toMatchObject({
      showsNotice: false,
      badge: { badge: '!' },
    });
    expect(pageAction({ ...quiet, seen: [{ ...seen, at: now - dayMs }] }).showsNotice).toBe(true);
  });

  it('leaves a notice in the document that shows it already', () => {
    expect(pageAction({ ...quiet, seen: [seen], isNoticeShown: true }).showsNotice).toBe(true);
  });

  it('shows a firmer label although the calm notice was seen and closed', () => {
    const closed = { ...seen, isClosed: true };
    expect(pageAction({ ...quiet, label: 'product-download', seen: [closed] }).showsNotice).toBe(
      true,
    );
    expect(pageAction({ ...quiet, label: 'removal-help', seen: [closed] }).showsNotice).toBe(false);
  });

  it('shows a warning at each load until it is closed', () => {
    const warning: SeenNotice = { ...seen, label: 'product-download', tier: 'warning' };
    expect(pageAction({ ...quiet, label: 'product-download', seen: [warning] }).showsNotice).toBe(
      true,
    );
    const closed = { ...warning, isClosed: true };
    const action = pageAction({
      ...quiet,
      label: 'store-listing',
      seen: [closed],
      isNoticeShown: true,
    });
    expect(action).toMatchObject({ showsNotice: false, badge: { badge: '!' } });
  });

  it('keeps the badge alone on a snoozed site, and speaks again once the snooze ended', () => {
    const until = new Date(now).toISOString();
    expect(pageAction({ ...quiet, snoozes: [{ host: 'example.com', until }] }).showsNotice).toBe(
      true,
    );
    const later = new Date(now + 1).toISOString();
    const action = pageAction({ ...quiet, snoozes: [{ host: 'example.com', until: later }] });
    expect(action).toMatchObject({
      showsNotice: false,
      marksLinks: false,
      badge: { badge: '!' },
    });
    expect(
      pageAction({
        ...quiet,
        host: 'shop.example.com',
        snoozes: [{ host: 'example.com', until: later }],
      }).showsNotice,
    ).toBe(true);
  });

  it('keeps to badge and popup in the mode `inform`', () => {
    const action = pageAction({
      ...quiet,
      label: 'store-listing',
      settings: { mode: 'inform', exceptions: [] },
    });
    expect(action).toMatchObject({
      showsNotice: false,
      marksLinks: false,
      badge: { badge: '!' },
    });
  });

  it('shows nothing at all on an exception', () => {
    const action = pageAction({
      ...quiet,
      settings: { mode: 'warn', exceptions: ['example.com'] },
    });
    expect(action).toEqual({
      badge: { badge: '', badgeColor: 'none' },
      showsNotice: false,
      marksLinks: false,
    });
  });
});

describe('isException', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'www.example.com', true],
    ['www.example.com', 'example.com', true],
    ['EXAMPLE.com', 'shop.example.com', true],
    ['example.com', 'notexample.com', false],
    ['example.com', 'example.com.evil.test', false],
    ['shop.example.com', 'example.com', false],
    ['*.example.com', 'example.com', true],
    ['*.example.com', 'deep.shop.example.com', true],
    ['*.example.com', 'notexample.com', false],
    ['', 'example.com', false],
  ])('compares by labels: %j on %s is %s', (exception, host, expected) => {
    expect(isException([exception], host)).toBe(expected);
  });
});

describe('rememberNotice and closeNotice', () => {
  it('counts the day from the first showing', () => {
    const again = rememberNotice([seen], {
      site: 'example.com',
      label: 'vendor-site',
      tier: 'notice',
      at: now,
    });
    expect(again).toEqual([seen]);
  });

  it('closes the notice shown last on that site, and no other', () => {
    const warning: SeenNotice = { ...seen, label: 'product-download', tier: 'warning' };
    const other: SeenNotice = { ...warning, site: 'example.org' };
    expect(
      closeNotice([warning, seen, other], 'www.example.com').map((one) => one.isClosed),
    ).toEqual([false, true, false]);
  });

  it('keeps a closed notice closed when it is shown again for another reason', () => {
    const closed = { ...seen, isClosed: true };
    expect(
      rememberNotice([closed], {
        site: 'example.com',
        label: 'vendor-site',
        tier: 'notice',
        at: now + 2 * dayMs,
      })[0]?.isClosed,
    ).toBe(true);
  });
});
