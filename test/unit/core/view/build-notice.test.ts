import { describe, expect, it } from 'vitest';
import { buildNotice } from '../../../../src/core/view/build-notice.ts';
import { AdvisorySchema } from '../../../../src/core/advisory/schema.ts';
import * as v from 'valibot';
import { sampleAdvisory } from '../../../cases/advisory/sample-advisory.ts';

const verdict = {
  label: 'vendor-site',
  rule: 'vendor.site',
  matched: 'www.kaspersky.com',
  reason: { en: 'The vendor’s own site.' },
} as unknown as Parameters<typeof buildNotice>[0];

const noticeWhere = (mayDismiss: boolean) =>
  buildNotice(verdict, {
    advisory: v.parse(AdvisorySchema, sampleAdvisory()),
    language: 'en',
    t: (key, ...parts) => [key, ...parts].join(' '),
    organization: null,
    mayDismiss,
    snooze: { days: '30 days', until: 'December 29, 2026' },
  });

describe('A notice', () => {
  it('offers a snooze with its end', () => {
    expect(noticeWhere(true)?.snoozeLabel).toBe('noticeSnooze 30 days December 29, 2026');
  });

  it('offers none where the policy lets nobody silence a site', () => {
    expect(noticeWhere(false)).not.toBeNull();
    expect(noticeWhere(false)?.snoozeLabel).toBeUndefined();
  });
});
