// Whatever is changed in an envelope on its way, it is refused, and nothing throws past the updater.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import { parseOverlay } from '../../../src/core/advisory/overlay.ts';
import {
  acceptDocument,
  type DocumentMeta,
  type Expected,
} from '../../../src/core/update/accept.ts';
import { organizationSigners, signersOf } from '../../../src/core/update/trust.ts';
import { cryptography } from '../../../src/platform/crypto.ts';
import { isWholeRun } from '../../harness/extent.ts';
import {
  after,
  makeDocument,
  makeKeys,
  makeRoot,
  publishedAt,
  signed,
} from '../../harness/publisher.ts';

type Accepts = (bytes: Uint8Array) => Promise<boolean>;

function acceptor<Content extends DocumentMeta>(expected: Expected<Content>): Accepts {
  return async (bytes) => (await acceptDocument(bytes, expected, cryptography)).ok;
}

let small: { bytes: Uint8Array; accepts: Accepts };
let whole: typeof small;
beforeAll(async () => {
  const keys = await makeKeys();
  const [key = keys.strange] = keys.advisory;
  const asNamed = { ...key, kid: key.x };
  const overlay = { format: 1, id: 'own', version: 1, issued: after(0), expires: after(30) };
  const common = { id: null, held: null, now: publishedAt };
  small = {
    bytes: Buffer.from(await signed(overlay, [asNamed], 'overlay')),
    accepts: acceptor({
      ...common,
      type: 'overlay',
      signers: organizationSigners([key.x]),
      parse: parseOverlay,
    }),
  };
  const root = makeRoot({
    version: 1,
    root: keys.root,
    advisory: keys.advisory,
    advisoryThreshold: 2,
  });
  whole = {
    bytes: Buffer.from(await signed(makeDocument(1), keys.advisory)),
    accepts: acceptor({
      ...common,
      type: 'advisory',
      signers: signersOf(root, 'advisory'),
      parse: parseAdvisoryValue,
    }),
  };
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

async function acceptedFlips(
  { bytes, accepts }: typeof small,
  bits: Iterable<number>,
): Promise<number[]> {
  const found: number[] = [];
  for (const bit of bits) if (await accepts(flipped(bytes, bit))) found.push(bit);
  return found;
}

/** Every bit in a whole run, else some by chance; the chance of a fault to stay unseen is that of its share. */
function bitsOf({ bytes }: typeof small, count: number): number[] {
  const all = Array.from({ length: bytes.length * 8 }, (_, index) => index);
  if (isWholeRun) return all;
  const chosen = fc.sample(fc.constantFrom(...all), count);
  return [0, ...chosen, all.length - 1];
}

describe('One flipped bit', () => {
  it('is not there in what was published, so that these tests can fail', async () => {
    expect(await small.accepts(small.bytes)).toBe(true);
    expect(await whole.accepts(whole.bytes)).toBe(true);
  });

  it('anywhere in a small document is refused', async () => {
    expect(await acceptedFlips(small, bitsOf(small, 300))).toEqual([]);
  });

  it('anywhere in an advisory with two signatures is refused', { timeout: 300_000 }, async () => {
    expect(await acceptedFlips(whole, bitsOf(whole, 300))).toEqual([]);
  });
});

const mutations = isWholeRun ? 10_000 : 500;

describe(`${String(mutations)} random mutations`, () => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const piece = fc.uint8Array({ minLength: 1, maxLength: 40 });
  const token = fc
    .constantFrom(
      ' ',
      '\n',
      '"',
      '{',
      '}',
      ',',
      '\\u0041',
      '=',
      'null',
      '"kid":"x"',
      '\u0000',
      '\ufeff',
    )
    .map((text) => Uint8Array.from(Buffer.from(text)));
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at: place, piece: fc.oneof(piece, token) }),
    fc.record({ kind: fc.constant('replace' as const), at: place, piece: fc.oneof(piece, token) }),
    fc.record({ kind: fc.constant('cut' as const), at: place, length: place }),
    fc.record({ kind: fc.constant('repeat' as const), at: place, length: place }),
  );
  type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

  function mutated(bytes: Uint8Array, change: Mutation): Uint8Array {
    const at = Math.floor(change.at * bytes.length);
    const [before, rest] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (change.kind === 'insert') return Buffer.concat([before, change.piece, rest]);
    if (change.kind === 'replace')
      return Buffer.concat([before, change.piece, rest.subarray(change.piece.length)]);
    const length = 1 + Math.floor(change.length * Math.min(rest.length, 400));
    if (change.kind === 'cut') return Buffer.concat([before, rest.subarray(length)]);
    return Buffer.concat([before, rest.subarray(0, length), rest]);
  }

  it('are refused, and none throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = changes.reduce(mutated, whole.bytes);
        fc.pre(Buffer.compare(bytes, whole.bytes) !== 0);
        expect(await whole.accepts(bytes)).toBe(false);
      }),
      { numRuns: mutations },
    );
  });
});

describe('What we accept', () => {
  it('is accepted by a library that knows nothing of us, and what we refuse for its signature is refused by it', async () => {
    const { generalVerify, importJWK } = await import('jose');
    const [key] = (await makeKeys()).advisory;
    if (!key) throw new Error('There are keys for advisories.');
    const publicKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.x }, 'Ed25519');
    const text = await signed(makeDocument(1), [key]);
    const { payload } = await generalVerify(JSON.parse(text), publicKey, {
      algorithms: ['Ed25519'],
    });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(
      JSON.parse(JSON.stringify(makeDocument(1))),
    );
    const accepts = acceptor({
      id: null,
      held: null,
      now: publishedAt,
      type: 'advisory',
      signers: { keys: new Map([[key.kid, key.x]]), threshold: 1 },
      parse: parseAdvisoryValue,
    });
    expect(await accepts(Buffer.from(text))).toBe(true);
    const forgery = text.replace(
      /"signature":"(.)/,
      (_, first: string) => `"signature":"${first === 'A' ? 'B' : 'A'}`,
    );
    await expect(generalVerify(JSON.parse(forgery), publicKey)).rejects.toThrow();
    expect(await accepts(Buffer.from(forgery))).toBe(false);
  });
});
