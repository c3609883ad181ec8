// What a server or the network between can do: nothing but fail to update. Each against a real HTTP server.
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { makeDocument, signed } from '../../harness/publisher.ts';
import { endless, file, startFeed, status, truncated } from '../../harness/servers/feed.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();

/** The next document is refused for this reason, the old one stays, and after a restart too. */
async function refused(reason: string): Promise<void> {
  const { client } = stage();
  expect((await client.check())?.reason).toBe(reason);
  expect(await client.version()).toBe(2);
  await client.restart();
  expect(await client.version()).toBe(2);
}

/** The time limit, made short; that it is fifteen seconds is a test of its own. */
function shortLimit(): void {
  const original = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => original(Math.min(ms, 400)));
}

describe('The way here', () => {
  it('endless data: a body that never ends is cut off at the size limit', async () => {
    stage().feed.put('/advisory.json', endless('x'.repeat(200_000), 1));
    await refused('too-large');
  });

  it('slow retrieval: a body that trickles is cut off by the clock', async () => {
    shortLimit();
    stage().feed.put('/advisory.json', endless(' ', 50));
    await refused('timed-out');
  });

  it('slow retrieval: a server that never answers is given up after fifteen seconds', async () => {
    const limits: number[] = [];
    const original = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (limits.push(ms), original(300)));
    stage().feed.put('/root/2.json', () => undefined);
    await refused('timed-out');
    expect(limits[0]).toBe(15_000);
  });

  it('truncated body: what ends early is no document', async () => {
    const { feed, keys } = stage();
    feed.put('/advisory.json', truncated(await signed(makeDocument(3), keys.advisory.slice(0, 1))));
    await refused('unreachable');
  });

  it('gzip bomb: the limit counts after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    stage().feed.put('/advisory.json', file(bomb, { 'content-encoding': 'gzip' }));
    await refused('too-large');
  });

  it('a document that is sent compressed is read', async () => {
    const { feed, keys, client } = stage();
    feed.put(
      '/advisory.json',
      file(gzipSync(await signed(makeDocument(3), keys.advisory.slice(0, 1))), {
        'content-encoding': 'gzip',
      }),
    );
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });

  it('wrong content type: a page of a captive portal is no document', async () => {
    stage().feed.put(
      '/advisory.json',
      file('<!doctype html>Log in', { 'content-type': 'text/html' }),
    );
    await refused('content-type');
  });

  it.each([
    ['403, as stores of objects do', status(403)],
    ['its home page', file('<!doctype html>Home', { 'content-type': 'text/html' })],
    ['a way to its home page', status(302, { location: '/' })],
  ])('a server that has no next root may say so by %s', async (_, answer) => {
    const { feed, client, keys } = stage();
    feed.put('/root/2.json', answer);
    feed.put('/advisory.json', await signed(makeDocument(3), keys.advisory.slice(0, 1)));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });

  it('a sign-in page for everything is told as one', async () => {
    const { feed } = stage();
    const page = file('<!doctype html>Log in', { 'content-type': 'text/html' });
    feed.put('/root/2.json', page);
    feed.put('/advisory.json', page);
    await refused('content-type');
  });

  it('304 without a copy: "not modified" to somebody who named nothing', async () => {
    const { client, feed } = stage();
    await client.restart({ hasAccess: false });
    feed.put('/advisory.json', status(304));
    await refused('not-modified-without-copy');
  });

  it.each([
    [404, null],
    [500, null],
    [503, '7200'],
  ])('an answer of %s is a failed check', async (code, wait) => {
    const { feed, client } = stage();
    feed.put('/advisory.json', status(code, wait === null ? {} : { 'retry-after': wait }));
    await refused('status');
    if (wait !== null)
      expect(client.alarms.get('feed-check')).toBeGreaterThanOrEqual(
        Date.now() + Number(wait) * 1000,
      );
  });

  it('a feed that is down leaves what is there', async () => {
    const dead = await startFeed();
    await dead.close();
    const { client, root } = stage();
    await client.restart({ pin: { address: dead.address, root } });
    expect((await client.check())?.reason).toBe('unreachable');
    expect(await client.version()).toBe(2);
  });
});

describe('A redirect', () => {
  it('to http is not followed', async () => {
    stage().feed.put(
      '/advisory.json',
      status(301, { location: 'http://plain.example/advisory.json' }),
    );
    await refused('redirected');
  });

  it('to another host is not followed, whatever that host would serve', async () => {
    const { feed, keys } = stage();
    const other = await startFeed();
    other.put('/advisory.json', await signed(makeDocument(3), keys.advisory.slice(0, 1)));
    feed.put('/advisory.json', status(302, { location: `${other.address}advisory.json` }));
    await refused('redirected');
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe('A request', () => {
  it('bears no cookie, no referrer, and nothing about the person', async () => {
    const { feed, client } = stage();
    feed.put(
      '/advisory.json',
      file(await signed(makeDocument(3), stage().keys.advisory.slice(0, 1)), {
        'set-cookie': 'id=1',
      }),
    );
    await client.check();
    await client.check();
    const { headers } = feed.requests.at(-1) ?? { headers: {} };
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });
});

describe('A disk that is full', () => {
  it('keeps the old advisory, and the next check takes the new one', async () => {
    const { client, publish } = stage();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await publish(3);
    client.setDiskFull(true);
    expect((await client.check())?.reason).toBe('not-stored');
    expect(await client.version()).toBe(2);
    client.setDiskFull(false);
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
  });
});
