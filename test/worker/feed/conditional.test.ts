// Conditional requests: the document in force is never fetched twice, and "unchanged" is believed
// only while it may be.
import { describe, expect, it } from 'vitest';
import { makeDocument, makeRoot, signed } from '../../harness/publisher.ts';
import { status } from '../../harness/servers/feed.ts';
import { setClock } from './client.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();
const lastRequest = () =>
  stage()
    .feed.requests.filter(({ path }) => path === '/advisory.json')
    .at(-1);

describe('A document that has not changed', () => {
  it('is not sent again, and counts as verified', async () => {
    const { client } = stage();
    setClock(2);
    expect(await client.check()).toBeNull();
    expect(lastRequest()).toMatchObject({ status: 304 });
    expect((await client.view()).updates.feed).toMatchObject({
      verifiedAt: new Date().toISOString(),
      refusal: null,
    });
    await client.restart();
    await client.check();
    expect(lastRequest()).toMatchObject({ status: 304 });
    expect(await client.version()).toBe(2);
  });

  it('is not sent again either where it is the one in the package', async () => {
    const { client, publish } = stage();
    await client.restart({ packaged: makeDocument(5) });
    await publish(5);
    await client.check();
    expect(lastRequest()).toMatchObject({ status: 200 });
    await client.check();
    expect(lastRequest()).toMatchObject({ status: 304 });
  });

  it('indefinite freeze: "unchanged" past its expiry is refused', async () => {
    const { client, feed } = stage();
    feed.put('/advisory.json', status(304));
    expect(await client.check()).toBeNull();
    setClock(91);
    expect((await client.check())?.reason).toBe('expired');
    expect(await client.version()).toBe(2);
  });

  it('is sent whole where another one counts by now: a newer package, or keys that have changed', async () => {
    const { client, keys, feed, rotate } = stage();
    await client.restart({ packaged: makeDocument(5) });
    expect((await client.check())?.reason).toBe('rollback');
    expect(lastRequest()?.headers).not.toHaveProperty('if-none-match');
    await client.restart({ packaged: makeDocument(1) });
    await rotate(
      makeRoot({ version: 2, root: keys.root, advisory: keys.advisory.slice(1) }),
      keys.root,
    );
    feed.put('/advisory.json', await signed(makeDocument(2), keys.advisory.slice(1)));
    expect(await client.check()).toBeNull();
    expect(lastRequest()?.headers).not.toHaveProperty('if-none-match');
  });

  it('is asked for without our header where the feed’s host isn’t ours to reach', async () => {
    const { client } = stage();
    await client.restart({ hasAccess: false });
    expect(await client.check()).toBeNull();
    expect(lastRequest()?.headers).not.toHaveProperty('if-none-match');
  });

  it('304 without a copy: a root is never "unchanged"', async () => {
    const { client, feed } = stage();
    feed.put('/root/2.json', status(304));
    expect((await client.check())?.reason).toBe('not-modified-without-copy');
  });
});
