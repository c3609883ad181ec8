// What a feed, its server or the network may try, named as in the TUF specification, with the
// options page's explanation. Version 3 is in use.
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { forged, header, signatureOf, type ForgedPart } from '../cases/forgery.ts';
import { signed, type Keys } from './publisher.ts';
import { demoRoot, nextAdvisory, publish, type RealAdvisory } from './builds/pinned-build.ts';
import { endless, file, status, truncated, type Feed } from './servers/feed.ts';

interface Stranger {
  readonly address: string;
  readonly feed: Feed;
}

type Attack = readonly [
  name: string,
  attempt: (feed: Feed, keys: Keys, stranger: Stranger) => Promise<void> | void,
  says: RegExp,
];

const path = '/advisory/advisory.json';
const day = 86_400_000;
const on = (days: number) => new Date(Date.now() + days * day).toISOString();
const first = ({ advisory: [key], strange }: Keys) => key ?? strange;
const dated = (days: number, until: number) => ({
  ...nextAdvisory(4),
  issued: on(days),
  expires: on(until),
});

/** Publishes these bytes as the next version, correctly signed. */
function putSigned(feed: Feed, keys: Keys, payload: string | Uint8Array): void {
  const key = first(keys);
  feed.put(path, forged(payload, [{ header: header(key.kid), signature: signatureOf(key) }]));
}

/** Publishes the next version under a custom header. */
function putForged(feed: Feed, part: ForgedPart): void {
  feed.put(path, forged(JSON.stringify(nextAdvisory(4)), [part]));
}

const nextRoot = (keys: Keys, version: number, root: Keys['root'], by: Keys['root']) =>
  signed(demoRoot({ ...keys, root }, version), by, 'root');

const next = (change: (draft: RealAdvisory) => void = () => undefined) =>
  JSON.stringify(nextAdvisory(4, change));
const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

export const attacks: readonly Attack[] = [
  // Who signed
  ['arbitrary content', (feed) => feed.put(path, next()), /isn’t a signed document/],
  [
    'unknown key id',
    (feed, keys) => publish(feed, nextAdvisory(4), keys, keys.strange),
    /key that isn’t trusted/,
  ],
  [
    'wrong key under a trusted id',
    (feed, keys) =>
      putForged(feed, { header: header(first(keys).kid), signature: signatureOf(keys.strange) }),
    /signature from key .* is invalid/,
  ],
  [
    'a trusted signature of another document',
    async (feed, keys) => {
      const honest = JSON.parse(await signed(nextAdvisory(3), [first(keys)])) as object;
      feed.put(
        path,
        JSON.stringify({ ...honest, payload: Buffer.from(next()).toString('base64url') }),
      );
    },
    /signature from key .* is invalid/,
  ],
  [
    'algorithm confusion: none',
    (feed, keys) =>
      putForged(feed, {
        header: header(first(keys).kid, { alg: 'none' }),
        signature: signatureOf(first(keys)),
      }),
    /signature isn’t accepted/,
  ],
  [
    'algorithm confusion: HS256 with the public key',
    (feed, keys) => {
      const { kid, x } = first(keys);
      putForged(feed, {
        header: header(kid, { alg: 'HS256' }),
        signature: (input) =>
          createHmac('sha256', Buffer.from(x, 'base64url')).update(input).digest(),
      });
    },
    /isn’t a signed document|signature isn’t accepted/,
  ],
  // When it was signed
  [
    'rollback',
    (feed, keys) => publish(feed, nextAdvisory(2), keys),
    /It’s older: version 2, while version 3 is in use/,
  ],
  [
    'equivocation',
    (feed, keys) => publish(feed, nextAdvisory(3), keys),
    /different documents have the same version, 3/,
  ],
  [
    'indefinite freeze: an expired document',
    (feed, keys) => publish(feed, dated(-60, -30), keys),
    /expired on/,
  ],
  [
    'a document from the future, or a clock set to the past',
    (feed, keys) => publish(feed, dated(400, 450), keys),
    /date is in the future/,
  ],
  [
    'a document that is valid for ever',
    (feed, keys) => publish(feed, dated(-1, 4000), keys),
    /longer than the 400 days/,
  ],
  // How it arrived
  ['endless data', (feed) => feed.put(path, endless('x'.repeat(300_000), 5)), /larger than/],
  [
    'gzip bomb',
    (feed) =>
      feed.put(
        path,
        file(gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20)), { 'content-encoding': 'gzip' }),
      ),
    /larger than/,
  ],
  [
    'slow retrieval',
    (feed) => feed.put(path, endless(' ', 200)),
    /didn’t respond within 15 seconds/,
  ],
  [
    'truncated body',
    async (feed, keys) => feed.put(path, truncated(await signed(nextAdvisory(4), [first(keys)]))),
    /couldn’t be reached/,
  ],
  [
    'wrong content type',
    async (feed, keys) =>
      feed.put(
        path,
        file(await signed(nextAdvisory(4), [first(keys)]), { 'content-type': 'text/html' }),
      ),
    /sent “text\/html” instead of a feed document/,
  ],
  [
    '304 without a copy',
    (feed) => feed.put('/advisory/root/2.json', status(304)),
    /there’s no copy here/,
  ],
  ['404', (feed) => feed.put(path, null), /error 404/],
  ['500', (feed) => feed.put(path, status(500)), /error 500/],
  [
    'redirect to http',
    (feed, _, { address }) =>
      feed.put(path, status(302, { location: `http://${address}/plain.json` })),
    /another address/,
  ],
  [
    'redirect to another host',
    async (feed, keys, stranger) => {
      stranger.feed.put('/advisory.json', await signed(nextAdvisory(4), [first(keys)]));
      feed.put(path, status(302, { location: `https://${stranger.address}/advisory.json` }));
    },
    /another address/,
  ],
  // Bad content, correctly signed
  [
    '__proto__',
    (feed, keys) => putSigned(feed, keys, next().replace('{', '{"__proto__":{"isAdmin":true},')),
    /can’t be read/,
  ],
  [
    'duplicate names',
    (feed, keys) => putSigned(feed, keys, next().replace('{', '{"format":1,')),
    /can’t be read/,
  ],
  [
    '10,000 levels of JSON',
    (feed, keys) => putSigned(feed, keys, next().replace('{', `{"deep":${deep},`)),
    /can’t be read/,
  ],
  [
    'wrong UTF-8',
    (feed, keys) =>
      putSigned(
        feed,
        keys,
        Buffer.concat([
          Buffer.from(next().slice(0, -1)),
          Buffer.from(',"x":"'),
          Buffer.from([0xff]),
          Buffer.from('"}'),
        ]),
      ),
    /can’t be read/,
  ],
  [
    'a later format',
    (feed, keys) => publish(feed, { ...nextAdvisory(4), format: 2 }, keys),
    /newer format/,
  ],
  [
    'a document that fails its schema',
    (feed, keys) => publish(feed, { ...nextAdvisory(4), deadlines: [] }, keys),
    /first error is at deadlines/,
  ],
  // Which keys are trusted
  [
    'a root signed only by the new keys',
    async (feed, keys) =>
      feed.put('/advisory/root/2.json', await nextRoot(keys, 2, keys.advisory, keys.advisory)),
    /0 of the 2 required signatures/,
  ],
  [
    'a skipped root version',
    async (feed, keys) =>
      feed.put('/advisory/root/2.json', await nextRoot(keys, 3, keys.root, keys.root)),
    /skip a version: 3 instead of 2/,
  ],
];
