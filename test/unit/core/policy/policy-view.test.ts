import { describe, expect, it } from 'vitest';
import { buildPolicyView, parsePastedPolicy } from '../../../../src/core/policy/policy-view.ts';
import { policyNames } from '../../../../src/core/policy/keys.ts';
import { defaultSettings } from '../../../../src/core/settings.ts';

const defaults = defaultSettings();
const deliveredAt = '2030-01-01T00:00:00Z';

function view(raw: unknown, own = {}) {
  return buildPolicyView({ raw, deliveredAt, own, defaults });
}

describe('the policy page', () => {
  it('has a row for every key, also when nobody manages the computer', () => {
    const unmanaged = view(null);
    expect(unmanaged.isManaged).toBe(false);
    expect(unmanaged.rows.map((row) => row.name)).toEqual(policyNames);
    expect(unmanaged.rows.find((row) => row.name === 'mode')).toMatchObject({ value: '"warn"', origin: 'default' });
    expect(unmanaged.rows.find((row) => row.name === 'reportAddress')).toMatchObject({ value: '', origin: 'not-set' });
  });

  it('says where each value comes from', () => {
    const managed = view({ mode: 'block', language: 'es', peopleMayChange: ['language'] }, { snoozeDays: 3 });
    const origins = Object.fromEntries(managed.rows.map((row) => [row.name, row.origin]));
    expect(origins).toMatchObject({ mode: 'policy', language: 'policy-default', snoozeDays: 'person', exceptions: 'default' });
  });

  it('names faults at their key, and those of no key apart', () => {
    const faulty = view({ exceptions: ['good.example', 'bad example'], colour: 'blue' });
    expect(faulty.rows.find((row) => row.name === 'exceptions')).toMatchObject({ value: '["good.example"]', faults: [{ path: 'exceptions.1' }] });
    expect(faulty.otherFaults).toEqual([{ path: 'colour', message: expect.any(String) }]);
  });

  it('keeps header values out of what is copied', () => {
    const secret = view({ reportHeaders: { authorization: 'Bearer s3cret' } });
    expect(secret.asJson).toContain('authorization');
    expect(JSON.stringify(secret)).not.toContain('s3cret');
  });

  it('answers a pasted text that is no JSON with an error', () => {
    expect(parsePastedPolicy('{')).toHaveProperty('error');
    expect(parsePastedPolicy('{"mode":"warn"}')).toEqual({ raw: { mode: 'warn' } });
  });
});
