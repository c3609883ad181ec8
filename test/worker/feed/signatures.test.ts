// Who may say what the advisory is. Names as in the TUF specification and its conformance suite.
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { forged, header, signatureOf } from '../../cases/forgery.ts';
import { makeDocument, makeRoot, signed } from '../../harness/publisher.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();
const documentText = (version = 3) => JSON.stringify(makeDocument(version));

async function refused(content: string, reason: string): Promise<void> {
  const { client, feed } = stage();
  feed.put('/advisory.json', content);
  expect((await client.check())?.reason).toBe(reason);
  expect(await client.version()).toBe(2);
}

describe('Arbitrary content', () => {
  it('that bears no signature is refused', async () => {
    await refused(documentText(), 'envelope');
    await refused(
      JSON.stringify({
        payload: Buffer.from(documentText()).toString('base64url'),
        signatures: [],
      }),
      'envelope',
    );
  });

  it('under an honest signature of something else is refused', async () => {
    const { keys } = stage();
    const honest = JSON.parse(await signed(makeDocument(2), keys.advisory.slice(0, 1))) as {
      signatures: unknown;
    };
    await refused(
      JSON.stringify({ ...honest, payload: Buffer.from(documentText()).toString('base64url') }),
      'bad-signature',
    );
  });

  it('that is signed as another kind of document is refused', async () => {
    const { keys } = stage();
    await refused(await signed(makeDocument(3), keys.advisory.slice(0, 1), 'overlay'), 'header');
  });

  it('for another feed, though by a trusted key, is refused', async () => {
    await refused(
      await signed(makeDocument(3, { id: 'another' }), stage().keys.advisory.slice(0, 1)),
      'other-feed',
    );
  });
});

describe('A key', () => {
  it('that is wrong but bears a trusted id is refused', async () => {
    const { keys, root } = stage();
    await refused(
      forged(documentText(), [
        { header: header(root.advisory.keys[0] ?? ''), signature: signatureOf(keys.strange) },
      ]),
      'bad-signature',
    );
  });

  it('with an unknown id is refused', async () => {
    await refused(await signed(makeDocument(3), [stage().keys.strange]), 'unknown-key');
  });

  it('with an unknown id beside a trusted signature is refused', async () => {
    const { keys } = stage();
    await refused(
      await signed(makeDocument(3), [...keys.advisory.slice(0, 1), keys.strange]),
      'unknown-key',
    );
  });

  it('that may sign roots may not sign advisories', async () => {
    await refused(await signed(makeDocument(3), stage().keys.root.slice(0, 2)), 'unknown-key');
  });
});

describe('Algorithm confusion', () => {
  it.each(['none', 'HS256', 'ES256', 'EdDSA', 'ed25519', ''])(
    'is refused: %j in the header',
    async (alg) => {
      const { keys, root } = stage();
      const [kid = ''] = root.advisory.keys;
      const [key = keys.strange] = keys.advisory;
      await refused(
        forged(documentText(), [{ header: header(kid, { alg }), signature: signatureOf(key) }]),
        'header',
      );
    },
  );

  it.each([
    ['HS256', 'sha256', 'envelope'],
    // As long as a signature of ours, so that nothing but its name gives it away; then not even that.
    ['HS512', 'sha512', 'header'],
    ['Ed25519', 'sha512', 'bad-signature'],
  ])('is refused: %s with the public key as the secret of %s', async (alg, hash, reason) => {
    const { keys, root } = stage();
    const secret = Buffer.from(keys.advisory[0]?.x ?? '', 'base64url');
    const mac = (input: Buffer) => createHmac(hash, secret).update(input).digest();
    await refused(
      forged(documentText(), [
        { header: header(root.advisory.keys[0] ?? '', { alg }), signature: mac },
      ]),
      reason,
    );
  });

  it('is refused: a signature of another curve under the right name', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = (input: Buffer) =>
      createSign('sha256').update(input).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
    await refused(
      forged(documentText(), [
        { header: header(stage().root.advisory.keys[0] ?? ''), signature: other },
      ]),
      'bad-signature',
    );
  });

  it.each([
    ['jwk', { kty: 'OKP' }],
    ['x5u', 'https://evil.example/'],
    ['crit', ['b64']],
    ['b64', false],
  ])('is refused: a header that brings %s', async (name, value) => {
    const { keys, root } = stage();
    const [key = keys.strange] = keys.advisory;
    await refused(
      forged(documentText(), [
        {
          header: header(root.advisory.keys[0] ?? '', { [name]: value }),
          signature: signatureOf(key),
        },
      ]),
      'header',
    );
  });
});

describe('A threshold of two', () => {
  const two = feedStageOfTwo();

  it('is not met by one signature', async () => {
    const { client, feed, keys } = two();
    feed.put('/advisory.json', await signed(makeDocument(3), keys.advisory.slice(0, 1)));
    expect(await client.check()).toEqual({ reason: 'too-few-signatures', have: 1, need: 2 });
  });

  it('is not met by one key that signs twice: duplicate signatures count once', async () => {
    const { client, feed, keys } = two();
    const [key = keys.strange] = keys.advisory;
    const part = { header: header(key.kid), signature: signatureOf(key) };
    feed.put('/advisory.json', forged(documentText(), [part, part]));
    expect(await client.check()).toEqual({ reason: 'too-few-signatures', have: 1, need: 2 });
  });

  it('is met by two keys', async () => {
    const { client, feed, keys } = two();
    feed.put('/advisory.json', await signed(makeDocument(3), keys.advisory));
    expect(await client.check()).toBeNull();
    expect(await client.version()).toBe(3);
    expect((await client.view()).updates.feed?.verifiedBy).toEqual(
      keys.advisory.map(({ kid }) => kid),
    );
  });
});

function feedStageOfTwo(): typeof stage {
  // Version 2 is published by one key; the threshold of two comes with the second root.
  return () => {
    const { keys, client, feed, root, ...rest } = stage();
    const next = makeRoot({
      version: 2,
      root: keys.root,
      advisory: keys.advisory,
      advisoryThreshold: 2,
    });
    const served = signed(next, keys.root, 'root');
    return {
      ...rest,
      keys,
      feed,
      root,
      client: {
        ...client,
        check: async () => (feed.put('/root/2.json', await served), client.check()),
      },
    };
  };
}

describe('A root that names', () => {
  it.each([
    [
      'one key under two ids',
      (x: string, kid: string) => ({
        keys: [
          { kid, x },
          { kid: 'again', x },
        ],
        ids: [kid, 'again'],
      }),
    ],
    [
      'one id twice',
      (x: string, kid: string) => ({
        keys: [
          { kid, x },
          { kid, x },
        ],
        ids: [kid],
      }),
    ],
    [
      'one id twice in a role',
      (x: string, kid: string) => ({ keys: [{ kid, x }], ids: [kid, kid] }),
    ],
  ])('%s is refused, so that no key counts for two', async (_what, shape) => {
    const { client, keys, rotate } = stage();
    const [key = keys.strange] = keys.advisory;
    const own = makeRoot({ version: 2, root: keys.root, advisory: keys.advisory });
    const { keys: doubled, ids } = shape(key.x, key.kid);
    await rotate(
      {
        ...own,
        keys: [...own.keys.filter(({ kid }) => kid !== key.kid), ...doubled],
        advisory: { keys: ids, threshold: ids.length },
      },
      keys.root,
    );
    expect((await client.check())?.reason).toBe('schema');
    expect(await client.version()).toBe(2);
  });
});
