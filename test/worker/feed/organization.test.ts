// An organization's feed beside ours, and builds and policies without any feed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classifyPage } from '../../../src/core/detection/classify-page.ts';
import type { SigningKey } from '../../../tools/advisory/signing/key-file.ts';
import { signedEnvelope } from '../../../tools/advisory/signing/envelope.ts';
import { after, makeDocument, makeKeys, makeRoot, signed } from '../../harness/publisher.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';
import { startFeed } from '../../harness/servers/feed.ts';
import { setClock, startClient } from './client.ts';

const reason = { en: 'Our own rule.' };
const overlay = (version: number, change = {}) => ({
  format: 1,
  id: 'own',
  version,
  issued: after(0),
  expires: after(60),
  rules: [{ id: 'mirror', label: 'product-download', reason, hosts: ['mirror.example'] }],
  exceptions: [{ host: 'lab.vendor.example', reason: { en: 'Research.' } }],
  messages: { en: 'Ask the help desk.' },
  ...change,
});
const byKey = (value: unknown, key: SigningKey) =>
  signedEnvelope(new TextEncoder().encode(JSON.stringify(value)), 'overlay', [
    { ...key, kid: key.x },
  ]);
const packaged = {
  ...sampleAdvisory(),
  detection: {
    watchedHosts: [],
    noRule: { en: 'None.' },
    rules: [{ id: 'vendor', label: 'vendor-site', reason, hosts: ['*.vendor.example'], rank: 900 }],
  },
};

let own: Awaited<ReturnType<typeof startFeed>>;
let ours: typeof own;
const keys = await makeKeys();
const [key = keys.strange, otherKey = keys.strange] = keys.advisory;
beforeEach(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  setClock(1);
  [own, ours] = [await startFeed(), await startFeed()];
  own.put('/overlay.json', await byKey(overlay(1), key));
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all([own.close(), ours.close()]);
});
const policy = (change = {}) => ({ feedAddress: own.address, feedKeys: [key.x], ...change });

describe('An organization’s feed', () => {
  it('from policy adds rules and exceptions, and ours stays below', async () => {
    const client = await startClient({ pin: null, packaged });
    await client.deliverPolicy(policy());
    expect(await client.check()).toBeNull();
    const { advisory, rules, origin } = await client.knowledge();
    const label = (url: string) => classifyPage(rules.index, { url, title: '' });
    expect(label('https://mirror.example/x')).toMatchObject({
      label: 'product-download',
      rule: 'organization.mirror',
    });
    expect(label('https://lab.vendor.example/')).toMatchObject({ label: 'exempt' });
    expect(label('https://www.vendor.example/')).toMatchObject({
      label: 'vendor-site',
      rule: 'vendor',
    });
    expect([origin, advisory.version]).toEqual(['organization', 1]);
  });

  it('can’t change where our documents come from, nor what they say', async () => {
    const root = makeRoot({ version: 1, root: keys.root, advisory: [otherKey] });
    own.put(
      '/overlay.json',
      await byKey(
        overlay(1, {
          root,
          keys: [key],
          address: own.address,
          feedAddress: own.address,
          ban: {},
          deadlines: [],
          version: 99,
        }),
        key,
      ),
    );
    own.put('/advisory.json', await signed(makeDocument(50), [key]));
    ours.put('/advisory.json', await signed(makeDocument(3), [otherKey]));
    const client = await startClient({ pin: { address: ours.address, root } });
    await client.deliverPolicy(policy());
    expect(await client.check()).toBeNull();
    const { advisory } = await client.knowledge();
    expect(advisory.version).toBe(3);
    expect(advisory.deadlines).toHaveLength(1);
    expect(own.requests.map(({ path }) => path)).not.toContain('/advisory.json');
    own.put('/overlay.json', await signed(makeDocument(60), [otherKey]));
    await client.check();
    expect(await client.version()).toBe(3);
  });

  it('signed by our publisher’s key, or any that policy doesn’t name, is refused', async () => {
    own.put('/overlay.json', await byKey(overlay(2), otherKey));
    const client = await startClient({ pin: null });
    await client.deliverPolicy(policy());
    expect((await client.check())?.reason).toBe('unknown-key');
  });

  it('is rolled back by nobody, and starts anew with a new key', async () => {
    const client = await startClient({ pin: null });
    own.put('/overlay.json', await byKey(overlay(5), key));
    await client.deliverPolicy(policy());
    await client.check();
    own.put('/overlay.json', await byKey(overlay(4), key));
    expect(await client.check()).toEqual({ reason: 'rollback', version: 4, have: 5 });
    own.put('/overlay.json', await byKey(overlay(1), otherKey));
    await client.deliverPolicy(policy({ feedKeys: [otherKey.x] }));
    expect((await client.knowledge()).origin, 'what the old key signed counts no more').toBe(
      'packaged',
    );
    expect(await client.check()).toBeNull();
    expect((await client.view()).updates.organization?.document?.version).toBe(1);
  });

  it('goes with its policy', async () => {
    const client = await startClient({ pin: null });
    await client.deliverPolicy(policy());
    await client.check();
    await client.deliverPolicy(null);
    expect((await client.knowledge()).origin).toBe('packaged');
    expect(client.alarms.size).toBe(0);
  });

  it('can be added by a person who pastes its key, and be taken away', async () => {
    const client = await startClient({ pin: null });
    const view = await client.addOwnFeed({ address: own.address, key: key.x });
    expect(view.updates.organization).toMatchObject({
      origin: 'person',
      refusal: null,
      document: { id: 'own', version: 1 },
    });
    await expect(
      client.addOwnFeed({ address: 'http://plain.example/', key: key.x }),
    ).rejects.toThrow();
    await expect(client.addOwnFeed({ address: own.address, key: 'short' })).rejects.toThrow();
    expect(client.alarms.size).toBe(1);
    expect((await client.addOwnFeed(null)).updates.organization).toBeNull();
    expect(client.alarms.size, 'no alarm is left behind').toBe(0);
    expect((await client.knowledge()).origin).toBe('packaged');
  });

  it('of the policy can’t be replaced by a person', async () => {
    const client = await startClient({ pin: null });
    await client.deliverPolicy(policy());
    await expect(client.addOwnFeed({ address: own.address, key: otherKey.x })).rejects.toThrow(
      /policy/,
    );
  });
});

describe('Without a feed', () => {
  it('nothing is asked of the network, nothing is planned, and it is said', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const client = await startClient({ pin: null });
    await client.ring();
    await client.check();
    expect(fetched).not.toHaveBeenCalled();
    expect(client.alarms.size).toBe(0);
    expect(await client.view()).toMatchObject({
      updates: { feed: null, organization: null },
      advisory: { origin: 'packaged' },
    });
    fetched.mockRestore();
  });

  it('nor where policy has switched checks off', async () => {
    const client = await startClient({
      pin: {
        address: ours.address,
        root: makeRoot({ version: 1, root: keys.root, advisory: [key] }),
      },
    });
    await client.deliverPolicy({ checkForUpdates: false });
    await client.ring();
    await client.check();
    expect(ours.requests).toEqual([]);
    expect(client.alarms.size).toBe(0);
    expect((await client.view()).updates.areAllowed).toBe(false);
  });
});
