import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyExamples, policyNames } from '../../../../src/core/policy/keys.ts';
import { readPolicy } from '../../../../src/core/policy/read.ts';
import { badPolicies } from '../../../cases/bad-policies.ts';

const examples = policyExamples;

describe('reading a policy', () => {
  it('takes every example of the catalog as it stands', () => {
    const { values, faults } = readPolicy(examples);
    expect(faults).toEqual([]);
    expect(Object.keys(values).sort()).toEqual([...policyNames].sort());
    expect(values.exceptions).toEqual(policyExamples.exceptions);
  });

  it('reads nothing from no policy', () => {
    expect(readPolicy(undefined)).toEqual({ values: {}, faults: [] });
    expect(readPolicy({})).toEqual({ values: {}, faults: [] });
  });

  it('reads what it knows wherever it is, however much else there is', () => {
    const odd = Array.from({ length: 5000 }, (_, place) => [`odd${String(place)}`, 1]);
    const { values, faults } = readPolicy({ ...Object.fromEntries(odd), mode: 'block' });
    expect(values).toEqual({ mode: 'block' });
    expect(faults).toHaveLength(2000);
  });

  it('reads lists and maps written as one JSON text, as the Windows registry holds them', () => {
    const { values, faults } = readPolicy({
      exceptions: '["a.example", "b.example"]',
      messages: '{"en": "Hello"}',
      mayProceed: 0,
      mayDismiss: 1,
    });
    expect(faults).toEqual([]);
    expect(values).toEqual({
      exceptions: ['a.example', 'b.example'],
      messages: { en: 'Hello' },
      mayProceed: false,
      mayDismiss: true,
    });
  });

  it('has at least 60 wrong documents to try', () => {
    expect(badPolicies.length).toBeGreaterThanOrEqual(60);
  });

  it.each(badPolicies)(
    'names each fault and keeps the good values: $name',
    ({ raw, faults, values }) => {
      const read = readPolicy(raw);
      expect(read.faults.map((fault) => fault.path).sort()).toEqual([...faults].sort());
      for (const fault of read.faults) expect(fault.message).not.toBe('');
      expect(read.values).toEqual(values);
    },
  );

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (raw) => {
          readPolicy(raw);
        },
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...policyNames), fc.anything()), (raw) => {
        const { values } = readPolicy(raw);
        expect(policyNames).toEqual(expect.arrayContaining(Object.keys(values)));
      }),
    );
  });
});
