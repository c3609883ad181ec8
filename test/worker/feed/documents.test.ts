// Documents that may be signed but are refused or tolerated nevertheless.
import { describe, expect, it } from 'vitest';
import { forged, header, signatureOf } from '../../cases/forgery.ts';
import { makeDocument, signed } from '../../harness/publisher.ts';
import { feedStage } from './stage.ts';

const stage = feedStage();

/** The publisher's own key signs these bytes; what the client says. */
async function checkSigned(payload: string | Uint8Array): Promise<string | null> {
  const { client, feed, keys } = stage();
  const [key = keys.strange] = keys.advisory;
  feed.put(
    '/advisory.json',
    forged(payload, [{ header: header(key.kid), signature: signatureOf(key) }]),
  );
  const refusal = await client.check();
  if (refusal) expect(await client.version()).toBe(2);
  return refusal?.reason ?? null;
}

const text = (change = {}) => JSON.stringify(makeDocument(3, change));
const deep = '['.repeat(10_000) + ']'.repeat(10_000);

describe('A signed document', () => {
  it('with __proto__ as a name is refused', async () => {
    expect(
      await checkSigned(text().replace('{"format"', '{"__proto__":{"isAdmin":true},"format"')),
    ).toBe('not-json');
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it('with a name twice is refused', async () => {
    expect(await checkSigned(text().replace('{"format":1', '{"format":1,"format":1'))).toBe(
      'not-json',
    );
    expect(await checkSigned(text().replace('{"format":1', '{"format":1,"f\\u006frmat":1'))).toBe(
      'not-json',
    );
  });

  it('of 10,000 levels is refused', async () => {
    expect(await checkSigned(deep)).toBe('not-json');
    expect(await checkSigned(text({ extra: 0 }).replace('"extra":0', `"extra":${deep}`))).toBe(
      'not-json',
    );
  });

  it('in wrong UTF-8 is refused', async () => {
    expect(
      await checkSigned(
        Buffer.from(text().replace('Statement headline.', 'Statement \u00ff.'), 'latin1'),
      ),
    ).toBe('not-json');
    expect(
      await checkSigned(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text())])),
    ).toBe('not-json');
  });

  it.each(['', 'null', '[]', '3', '{}', '{"format":"1"}'])(
    'that is %j is refused',
    async (payload) => {
      expect(await checkSigned(payload)).toMatch(/not-json|unknown-format|schema/);
    },
  );

  it('of a later format is refused and called so', async () => {
    expect(await checkSigned(text({ format: 2, deadlines: 'in a new shape' }))).toBe(
      'unknown-format',
    );
  });

  it('that fails the schema is refused with the place', async () => {
    expect(await checkSigned(text({ deadlines: [] }))).toBe('schema');
    expect((await stage().client.view()).updates.feed?.refusal).toMatchObject({
      path: 'deadlines',
    });
  });

  it('with fields that this version doesn’t know is taken over', async () => {
    expect(await checkSigned(text({ invented: { later: true } }))).toBeNull();
    expect(await stage().client.version()).toBe(3);
  });

  it('with a rule that doesn’t compile is taken over; that rule is skipped, said, and the others stand', async () => {
    const good = {
      id: 'good',
      label: 'vendor-site',
      reason: { en: 'Listed.' },
      hosts: ['vendor.example'],
    };
    const bad = { ...good, id: 'bad', hosts: ['(a+)+$'] };
    const later = { ...good, id: 'later', newCondition: ['x'] };
    expect(
      await checkSigned(
        text({
          detection: { watchedHosts: [], noRule: { en: 'None.' }, rules: [bad, good, later] },
        }),
      ),
    ).toBeNull();
    const { skippedEntries } = (await stage().client.view()).advisory;
    expect(skippedEntries.map(({ path }) => path)).toEqual([
      expect.stringMatching(/rules\.0/),
      expect.stringMatching(/rules\.2/),
    ]);
  });
});

describe('An envelope', () => {
  const envelope = async () =>
    JSON.parse(await signed(makeDocument(3), stage().keys.advisory.slice(0, 1))) as {
      payload: string;
      signatures: object[];
    };
  const check = async (content: string | Uint8Array) => {
    const { client, feed } = stage();
    feed.put('/advisory.json', content);
    return (await client.check())?.reason;
  };

  it('with more fields than it needs is refused: nothing unsigned is carried', async () => {
    const honest = await envelope();
    expect(await check(JSON.stringify({ ...honest, note: 'unsigned' }))).toBe('envelope');
    expect(
      await check(
        JSON.stringify({
          ...honest,
          signatures: honest.signatures.map((one) => ({ ...one, header: { kid: 'x' } })),
        }),
      ),
    ).toBe('envelope');
  });

  it('with a name twice, of 10,000 levels, in wrong UTF-8 or cut in the middle is refused', async () => {
    const honest = JSON.stringify(await envelope());
    expect(await check(honest.replace('{"payload"', '{"payload":"","payload"'))).toBe('envelope');
    expect(await check(deep)).toBe('envelope');
    expect(
      await check(
        Buffer.concat([Buffer.from(honest.slice(0, -1)), Buffer.from([0xff]), Buffer.from('}')]),
      ),
    ).toBe('envelope');
    expect(await check(honest.slice(0, honest.length / 2))).toBe('envelope');
    expect(await check('')).toBe('envelope');
  });

  it('with more signatures than anybody needs is refused before one is checked', async () => {
    const honest = await envelope();
    expect(
      await check(
        JSON.stringify({
          ...honest,
          signatures: Array.from({ length: 17 }, () => honest.signatures[0]),
        }),
      ),
    ).toBe('envelope');
  });
});
