// A policy of all keys is read once and checked once for a start of the worker, whatever is visited.
import { expect, it, vi } from 'vitest';
import { policyNames } from '../../../src/core/policy/keys.ts';
import type * as Read from '../../../src/core/policy/read.ts';
import { startClient } from '../report/client.ts';

const policy: Readonly<Record<string, unknown>> = {
  jurisdictions: ['us-federal'],
  mode: 'warn',
  organizationName: 'Example Corporation',
  helpAddress: 'https://help.example.com/',
  messages: { en: 'Ask the help desk.' },
  approvedAlternatives: ['microsoft-defender'],
  exceptions: ['intranet.example.com'],
  extraRules: ['product-sale shop.example.com'],
  language: 'en',
  feedAddress: 'https://feed.example.com/advisory/',
  feedKeys: ['A'.repeat(43)],
  checkForUpdates: false,
  watchEverySite: false,
  lookForTraces: false,
  reportAddress: 'https://collector.example.com/v1/logs',
  reportHeaders: { Authorization: 'Bearer token' },
  snoozeDays: 14,
  mayDismiss: true,
  mayProceed: true,
  peopleMayChange: ['language'],
  firstRunPage: false,
};

it('reads and checks the policy once for a start', async () => {
  expect(Object.keys(policy).sort()).toEqual([...policyNames].sort());
  const disk = new Map<string, unknown>([
    [
      'policy',
      {
        raw: { ...policy, reportHeaders: { Authorization: '' } },
        deliveredAt: '2026-11-23T08:00:00Z',
      },
    ],
  ]);
  const session = new Map<string, unknown>([
    ['isSessionStarted', true],
    ['headerValues', policy['reportHeaders']],
  ]);
  const reads: string[] = [];
  vi.doMock('../../../src/platform/worker/storage/storage.ts', () => ({
    closeStorageToPages: async () => undefined,
    readAhead: () => undefined,
    readStored: async (area: string, key: string) => {
      reads.push(key);
      return structuredClone((area === 'local' ? disk : session).get(key));
    },
    writeStored: async (area: string, key: string, value: unknown) =>
      void (area === 'local' ? disk : session).set(key, structuredClone(value)),
  }));
  let checks = 0;
  vi.doMock('../../../src/core/policy/read.ts', async (original) => {
    const real = await original<typeof Read>();
    return {
      ...real,
      readPolicy: (raw: unknown) => {
        checks += 1;
        return real.readPolicy(raw);
      },
    };
  });
  const client = await startClient({ policy });
  for (const page of ['com.kms.free', 'com.kaspersky.who_calls'])
    await client.visit(`https://play.google.com/store/apps/details?id=${page}`);
  await client.idle();
  expect(reads).toContain('seenNotices');
  expect(reads.filter((key) => key === 'policy')).toHaveLength(1);
  expect(checks).toBe(1);
  expect(reads.filter((key) => key === 'settings')).toHaveLength(1);
});
