// Old, other, frozen and fast-forwarded documents; the chain of roots; clocks that are wrong.
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { after, makeDocument, makeRoot, signed } from '../../harness/publisher.ts';
import { setClock } from './client.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();
const roots = (version: number, change: Partial<Parameters<typeof makeRoot>[0]> = {}) => {
  const { keys } = stage();
  return makeRoot({ version, root: keys.root, advisory: keys.advisory.slice(0, 1), ...change });
};

describe('Rollback', () => {
  it('to an older version, though rightly signed, is refused', async () => {
    const { client, publish } = stage();
    await publish(1);
    expect(await client.check()).toEqual({ reason: 'rollback', version: 1, have: 2 });
    expect(await client.version()).toBe(2);
  });

  it('below the packaged version is refused, and a package that is newer than what is stored wins', async () => {
    const { client, publish } = stage();
    await client.restart({ packaged: makeDocument(7) });
    expect(await client.version()).toBe(7);
    await publish(6);
    expect(await client.check()).toEqual({ reason: 'rollback', version: 6, have: 7 });
    await publish(8);
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(8);
  });

  it('is impossible in any order: all versions replayed at random end at the newest', async () => {
    const { client, publish } = stage();
    let highest = 2;
    for (const version of [5, 3, 9, 4, 9, 8, 2, 10, 7]) {
      await publish(version);
      await client.check();
      highest = Math.max(highest, version);
      expect(await client.version()).toBe(highest);
    }
  });
});

describe('Equivocation', () => {
  it('is refused: the same version with other bytes', async () => {
    const { client, publish } = stage();
    await publish(2, { unknown: 'other' });
    expect(await client.check()).toEqual({ reason: 'equivocation', version: 2 });
    await publish(2);
    expect(await client.check()).toBeNull();
  });
});

describe('Indefinite freeze', () => {
  it('is seen: a document that is served past its expiry is refused, what is there goes on and is called out of date', async () => {
    const { client } = stage();
    setClock(91);
    expect((await client.check())?.reason).toBe('expired');
    expect(await client.version()).toBe(2);
    expect((await client.view()).advisory.isExpired).toBe(true);
  });

  it('can’t be had by a document that claims to be valid for ever', async () => {
    const { client, publish } = stage();
    await publish(3, { expires: after(4000) });
    expect((await client.check())?.reason).toBe('valid-too-long');
  });
});

describe('Fast-forward', () => {
  it('is recovered from by rotation: what a lost key signed counts no more', async () => {
    const { client, keys, publish, feed, rotate } = stage();
    await publish(Number.MAX_SAFE_INTEGER);
    await client.check();
    expect(await client.version()).toBe(Number.MAX_SAFE_INTEGER);
    await rotate(roots(2, { advisory: keys.advisory.slice(1) }), keys.root);
    feed.put('/advisory.json', await signed(makeDocument(3), keys.advisory.slice(1)));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
    await client.restart();
    expect(await client.version()).toBe(3);
  });

  it('of the root, by one of its keys alone, is refused', async () => {
    const { client, keys, feed } = stage();
    feed.put('/root/2.json', await signed(roots(2_000_000), keys.root.slice(0, 1), 'root'));
    expect((await client.check())?.reason).toBe('too-few-signatures');
  });
});

describe('Root rotation', () => {
  it('over several steps ends with the keys of the last, in one check', async () => {
    const { client, keys, rotate, feed } = stage();
    const [one, two, three] = keys.root;
    const [, next = keys.strange] = keys.advisory;
    if (!one || !two || !three) throw new Error('There are three root keys.');
    await rotate(roots(2, { root: [one, two, next], rootThreshold: 2 }), [one, two]);
    await rotate(roots(3, { root: [two, next], rootThreshold: 2 }), [one, two, next]);
    await rotate(roots(4, { root: [two, next], rootThreshold: 1, advisory: [three] }), [two, next]);
    feed.put('/advisory.json', await signed(makeDocument(3), [three]));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
    expect((await client.view()).updates.feed?.verifiedBy).toEqual([three.kid]);
  });

  it('is kept though the document after it is refused, and over a restart', async () => {
    const { client, keys, rotate, publish, feed } = stage();
    await rotate(roots(2, { advisory: keys.advisory.slice(1) }), keys.root);
    await publish(3);
    expect((await client.check())?.reason).toBe('unknown-key');
    await client.restart();
    feed.put('/root/2.json', null);
    expect((await client.check())?.reason).toBe('unknown-key');
  });

  it('over several steps goes on from the last one where the worker died between two', async () => {
    const { client, keys, rotate, feed } = stage();
    const hanging: ServerResponse[] = [];
    const next = { advisory: keys.advisory.slice(1) };
    await rotate(roots(2), keys.root);
    const reached = new Promise<void>((resolve) =>
      feed.put('/root/3.json', (_, response) => {
        hanging.push(response);
        resolve();
      }),
    );
    const died = client.check();
    await reached;
    await client.restart();
    // The second root can't be had again: only what was kept of it leads to the third.
    feed.put('/root/2.json', null);
    await rotate(roots(3, next), keys.root);
    feed.put('/advisory.json', await signed(makeDocument(3), next.advisory));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
    for (const response of hanging) response.destroy();
    await died;
  });

  it('with a skipped version is refused', async () => {
    const { client, keys, feed } = stage();
    feed.put('/root/2.json', await signed(roots(3), keys.root, 'root'));
    expect(await client.check()).toEqual({ reason: 'root-version', version: 3, expected: 2 });
  });

  it('signed only by the new keys is refused', async () => {
    const { client, keys, rotate } = stage();
    await rotate(roots(2, { root: keys.advisory, rootThreshold: 2 }), keys.advisory);
    expect((await client.check())?.reason).toBe('too-few-signatures');
  });

  it('signed only by the old keys is refused', async () => {
    const { client, keys, rotate } = stage();
    await rotate(roots(2, { root: keys.advisory, rootThreshold: 2 }), keys.root);
    expect((await client.check())?.reason).toBe('too-few-signatures');
  });

  it('of another feed is refused', async () => {
    const { client, keys, rotate } = stage();
    await rotate(roots(2, { feed: 'another' }), keys.root);
    expect((await client.check())?.reason).toBe('other-feed');
  });

  it('that expired stops updates, and the next root starts them again', async () => {
    const { client, keys, rotate, publish } = stage();
    await publish(3);
    await rotate(roots(2, { expires: after(1) }), keys.root);
    expect((await client.check())?.reason).toBe('root-expired');
    expect(await client.version()).toBe(2);
    await rotate(roots(3), keys.root);
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });

  it('may pass through roots that have expired: only the last one’s date counts', async () => {
    const { client, keys, rotate } = stage();
    await rotate(roots(2, { expires: after(-100) }), keys.root);
    await rotate(roots(3), keys.root);
    expect(await client.check()).toBeNull();
  });

  it('in the package is not undone by an older root on the disk', async () => {
    const { client, keys, feed } = stage();
    await client.restart({
      pin: { address: feed.address, root: roots(5, { advisory: keys.advisory.slice(1) }) },
    });
    expect(await client.version(), 'the old key signed version 2').toBe(1);
    feed.put('/advisory.json', await signed(makeDocument(3), keys.advisory.slice(1)));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });
});

describe('A clock', () => {
  it('that is set to the past takes over nothing that it can’t judge, and all of it once it is right', async () => {
    const { client, publish } = stage();
    await publish(3, { issued: after(5), expires: after(90) });
    setClock(-3000);
    expect((await client.check())?.reason).toBe('far-future');
    setClock(5);
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });

  it('that is set back does not make an expired document good again', async () => {
    const { client, publish } = stage();
    await publish(3, { issued: after(-40), expires: after(-1) });
    setClock(-20);
    expect((await client.check())?.reason).toBe('expired');
  });

  it('that is set to the future refuses what it takes for expired, and detection goes on', async () => {
    const { client, publish } = stage();
    await publish(3);
    setClock(300);
    expect((await client.check())?.reason).toBe('expired');
    expect(await client.version()).toBe(2);
    setClock(2);
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });
});
