import { describe, expect, it } from 'vitest';
import {
  buildPolicyView,
  parsePastedPolicy,
  type PolicyFacts,
} from '../../../../src/core/view/policy.ts';
import { policyNames } from '../../../../src/core/policy/keys.ts';
import { defaultSettings } from '../../../../src/core/settings/settings.ts';
import { badPolicies } from '../../../cases/bad-policies.ts';

const facts: Omit<PolicyFacts, 'raw'> = {
  deliveredAt: '2030-01-01T00:00:00Z',
  own: {},
  defaults: defaultSettings(),
  known: { jurisdictions: ['us', 'de'], alternatives: ['one', 'two'], languages: ['en', 'es'] },
  isEverySiteAllowed: false,
  reachesHost: (host) => host.endsWith('named.example'),
  versions: { extension: '1.2.3', advisory: 7 },
};

function view(raw: unknown, more: Partial<PolicyFacts> = {}) {
  return buildPolicyView({ ...facts, raw, ...more });
}

function rowOf(raw: unknown, name: string, more: Partial<PolicyFacts> = {}) {
  return view(raw, more).rows.find((row) => row.name === name);
}

describe('the policy page', () => {
  it('has a row for every key, also when nobody manages the computer', () => {
    const unmanaged = view(null);
    expect(unmanaged.isManaged).toBe(false);
    expect(unmanaged.rows.map((row) => row.name)).toEqual(policyNames);
    expect(unmanaged.rows.find((row) => row.name === 'mode')).toMatchObject({
      value: '"warn"',
      origin: 'default',
    });
    expect(unmanaged.rows.find((row) => row.name === 'reportAddress')).toMatchObject({
      value: '',
      origin: 'not-set',
    });
  });

  it('says where each value comes from', () => {
    const managed = view(
      {
        mode: 'block',
        language: 'es',
        watchEverySite: true,
        mayProceed: false,
        peopleMayChange: ['language', 'watchEverySite'],
      },
      { own: { snoozeDays: 3 } },
    );
    const origins = Object.fromEntries(managed.rows.map((row) => [row.name, row.origin]));
    expect(origins).toMatchObject({
      mode: 'policy',
      language: 'policy-default',
      snoozeDays: 'person',
      exceptions: 'default',
      watchEverySite: 'policy-default',
      mayProceed: 'policy',
      mayDismiss: 'default',
      reportAddress: 'not-set',
    });
  });

  it('shows the value that counts: a person’s choice over a default of the policy', () => {
    expect(
      rowOf({ language: 'es', peopleMayChange: ['language'] }, 'language', {
        own: { language: 'en' },
      }),
    ).toMatchObject({ value: '"en"', origin: 'person' });
    expect(rowOf({ language: 'es' }, 'language', { own: { language: 'en' } })).toMatchObject({
      value: '"es"',
      origin: 'policy',
    });
  });

  it('shows what holds for what only a policy can set', () => {
    expect(rowOf({ mode: 'warn' }, 'mayProceed')).toMatchObject({
      value: 'true',
      origin: 'default',
    });
    expect(rowOf({ mode: 'block' }, 'mayProceed')).toMatchObject({
      value: 'false',
      origin: 'default',
    });
    expect(rowOf({ mode: 'block', mayProceed: true }, 'mayProceed')).toMatchObject({
      value: 'true',
      origin: 'policy',
    });
  });

  it('names faults at their key, and those of no key apart', () => {
    const faulty = view({ exceptions: ['good.example', 'bad example'], color: 'blue' });
    expect(faulty.rows.find((row) => row.name === 'exceptions')).toMatchObject({
      value: '["good.example"]',
      faults: [{ path: 'exceptions.1' }],
    });
    expect(faulty.rows.find((row) => row.name === 'exceptions')?.faults).toMatchObject([
      { entry: 2, given: 'bad example' },
    ]);
    expect(faulty.otherFaults).toEqual([
      { path: 'color', message: expect.any(String), code: 'notPolicyKey', values: [] },
    ]);
  });

  it.each(badPolicies)(
    'shows every fault, and each good value: $name',
    ({ raw, faults, values }) => {
      const { rows, otherFaults } = view(raw);
      const shown = [...rows.flatMap((row) => row.faults), ...otherFaults].map(({ path }) => path);
      expect(shown.sort()).toEqual([...faults].sort());
      for (const [name, value] of Object.entries(values)) {
        const row = rows.find((one) => one.name === name);
        expect(row?.origin, name).toMatch(/^policy/);
        expect(JSON.parse(row?.value ?? 'null'), name).toEqual(
          name === 'reportHeaders' ? Object.keys(value as object) : value,
        );
      }
    },
  );

  it('keeps header values out of what is shown and copied', () => {
    const secret = view({ reportHeaders: { authorization: 'Bearer s3cret' } });
    expect(secret.asJson).toContain('authorization');
    expect(JSON.stringify(secret)).not.toContain('s3cret');
    expect(JSON.parse(secret.asJson)).toMatchObject({
      extension: '1.2.3',
      advisory: 7,
      isManaged: true,
      values: expect.arrayContaining([{ name: 'mode', value: 'warn', origin: 'default' }]),
    });
  });

  it('shows a refused entry of a list shortened, and none that may be a secret', () => {
    const [long, number] =
      rowOf({ exceptions: [`${'a'.repeat(300)}.example`, 5] }, 'exceptions')?.faults ?? [];
    expect(long).toMatchObject({ entry: 1, given: `${'a'.repeat(79)}…` });
    expect(number).toMatchObject({ entry: 2 });
    expect(number).not.toHaveProperty('given');
    const secrets = view({
      reportHeaders: { authorization: 'Bearer s3cret\n' },
      feedKeys: ['s3cret', '-----BEGIN PRIVATE KEY-----s3cret'],
      reportAddress: 'https://user:s3cret@collector.example/',
    });
    expect(secrets.rows.flatMap(({ faults }) => faults)).toHaveLength(4);
    expect(JSON.stringify(secrets)).not.toContain('s3cret');
  });

  it('says where a good value can’t have its effect', () => {
    expect(rowOf({ jurisdictions: ['us', 'atlantis'] }, 'jurisdictions')?.notes).toEqual([
      { key: 'jurisdictions', id: 'unknown-jurisdictions', values: ['atlantis'] },
    ]);
    expect(rowOf({ jurisdictions: ['elsewhere'] }, 'jurisdictions')?.notes).toEqual([]);
    expect(
      rowOf({ approvedAlternatives: ['one', 'House product'] }, 'approvedAlternatives')?.notes,
    ).toMatchObject([{ id: 'own-alternatives', values: ['House product'] }]);
    expect(rowOf({ language: 'fr' }, 'language')?.notes).toMatchObject([
      { id: 'unknown-language', values: ['fr'] },
    ]);
    expect(rowOf({ language: 'es-MX' }, 'language')?.notes).toEqual([]);
    const key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    expect(rowOf({ feedKeys: [key] }, 'feedKeys')?.notes).toEqual([
      { key: 'feedKeys', id: 'without-address', values: ['feedAddress'] },
    ]);
    expect(
      rowOf({ feedKeys: [key], feedAddress: 'https://feed.example/' }, 'feedKeys')?.notes,
    ).toEqual([]);
    expect(rowOf({ reportHeaders: { 'x-api-key': 'x' } }, 'reportHeaders')?.notes).toEqual([
      { key: 'reportHeaders', id: 'without-address', values: ['reportAddress'] },
    ]);
    expect(
      rowOf(
        { reportHeaders: { 'x-api-key': 'x' }, reportAddress: 'https://collector.example/' },
        'reportHeaders',
      )?.notes,
    ).toEqual([]);
    expect(rowOf({ watchEverySite: true }, 'watchEverySite')?.notes).toMatchObject([
      { id: 'no-access' },
    ]);
    expect(
      rowOf({ watchEverySite: true }, 'watchEverySite', { isEverySiteAllowed: true })?.notes,
    ).toEqual([]);
    const rules = [
      'product-download *.mirror.example',
      'product-download www.named.example',
      'product-download file:kaspersky-*.msi',
      'exempt quiet.example',
    ];
    expect(rowOf({ extraRules: rules }, 'extraRules')?.notes).toMatchObject([
      { id: 'hosts-out-of-reach', values: ['*.mirror.example'] },
    ]);
  });
});

describe('a pasted policy', () => {
  const values = { mode: 'block', exceptions: ['a.example'] };
  const files: readonly (readonly [string, unknown])[] = [
    ['values by key', values],
    [
      'a policy file of Chrome',
      {
        ExtensionInstallForcelist: ['x'],
        '3rdparty': { extensions: { aaaabbbbccccddddeeeeffffgggghhhh: values } },
      },
    ],
    [
      'a policy file of several extensions',
      { '3rdparty': { extensions: { other: { mode: 'inform' }, ours: values } } },
    ],
    [
      'policies.json of Firefox',
      { policies: { ExtensionSettings: {}, '3rdparty': { Extensions: { 'some@id': values } } } },
    ],
    ['a native manifest', { name: 'some@id', description: '', type: 'storage', data: values }],
    ['Google Admin', { mode: { Value: 'block' }, exceptions: { Value: ['a.example'] } }],
  ];

  it.each(files)('is understood as %s', (_, file) => {
    expect(parsePastedPolicy(JSON.stringify(file), ['ours'])).toEqual({ raw: values });
  });

  it('that is no JSON is answered with an error', () => {
    expect(parsePastedPolicy('{')).toHaveProperty('error');
  });

  it('that is hostile is read as any other', () => {
    for (const text of [
      'null',
      '[]',
      '7',
      '{"__proto__":{"mode":"block"}}',
      '{"3rdparty":{"extensions":[]}}',
      '{"policies":7,"type":"storage"}',
    ]) {
      expect(parsePastedPolicy(text)).toHaveProperty('raw');
    }
  });
});
