// Bytes a feed check transfers, measured on a real server's socket: headers and bodies, both ways,
// without TLS.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { checkAdvisoryFeed, type FeedCopy } from '../../src/core/update/check-feed.ts';
import { parseAdvisory } from '../../src/core/advisory/parse.ts';
import { fetchFeed } from '../../src/platform/worker/web/feed.ts';
import { cryptography } from '../../src/platform/crypto.ts';
import { signedEnvelope } from '../advisory/signing/envelope.ts';
import { newKey } from '../advisory/signing/key-file.ts';

export interface CheckBytes {
  readonly unchanged: number;
  readonly changed: number;
}

export async function measureCheckBytes(): Promise<CheckBytes> {
  const payload = readFileSync('src/data/advisory.json');
  const parsed = parseAdvisory(payload);
  if (!parsed.ok) throw new Error('The packaged advisory is invalid.');
  const { id, version, issued } = parsed.value;
  const key = await newKey();
  const body = gzipSync(await signedEnvelope(payload, 'advisory', [key]), { level: 9 });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    if (!request.url?.startsWith('/advisory.json'))
      response.writeHead(404, { 'content-length': 0 }).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'content-length': body.length,
          etag,
          'cache-control': 'no-cache',
        })
        .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const moved = () =>
    [...sockets].reduce((sum, socket) => sum + socket.bytesRead + socket.bytesWritten, 0);

  const role = { keys: [key.kid], threshold: 1 };
  const root = {
    format: 1 as const,
    feed: id,
    version: 1,
    expires: '9999-01-01T00:00:00Z',
    keys: [{ kid: key.kid, x: key.x }],
    root: role,
    advisory: role,
  };
  const check = async (copy: FeedCopy | null) => {
    const before = moved();
    const held = { version, issued, digest: null };
    const checked = await checkAdvisoryFeed(
      { address: `http://127.0.0.1:${String(port)}/`, root, packaged: held, stored: null, copy },
      { now: Date.parse(issued), fetch: fetchFeed, cryptography },
    );
    if (!checked.copy) throw new Error(`The check failed: ${JSON.stringify(checked.refusal)}`);
    return { bytes: moved() - before, copy: checked.copy };
  };
  const first = await check(null);
  const second = await check(first.copy);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { changed: first.bytes, unchanged: second.bytes };
}
