import { describe, expect, it } from 'vitest';
import { effectiveSettings } from '../../../../src/core/policy/effective.ts';
import { parseSettings } from '../../../../src/core/settings/settings.ts';

const defaults = parseSettings(undefined).settings;

describe('effective settings', () => {
  it('lets an order of the policy beat the person, and locks it', () => {
    const effective = effectiveSettings({ mode: 'block' }, { mode: 'inform' }, defaults);
    expect(effective.settings.mode).toBe('block');
    expect(effective.origins.mode).toBe('policy');
    expect(effective.locked).toEqual(['mode']);
  });

  it('lets the person beat a default of the policy', () => {
    const policy = { mode: 'block', peopleMayChange: ['mode'] } as const;
    expect(effectiveSettings(policy, { mode: 'inform' }, defaults).settings.mode).toBe('inform');
    expect(effectiveSettings(policy, {}, defaults).settings.mode).toBe('block');
    expect(effectiveSettings(policy, {}, defaults).origins.mode).toBe('policy-default');
    expect(effectiveSettings(policy, {}, defaults).locked).toEqual([]);
  });

  it('falls back to the person, then to the default, when the policy is gone', () => {
    const effective = effectiveSettings({}, { snoozeDays: 7 }, defaults);
    expect(effective.settings.snoozeDays).toBe(7);
    expect(effective.origins.snoozeDays).toBe('person');
    expect(effective.origins.mode).toBe('default');
  });
});
