// Download bodies: a slow one that can be held while it runs, and a tiny one. Both support ranges
// and ETags, which browsers need to resume after a restart.
import type { IncomingMessage, ServerResponse } from 'node:http';

const slowBytes = 3 * 1024 * 1024;
const quickBytes = 2048;
const chunkBytes = 96 * 1024;
const chunkEveryMs = 100;

/**
 * Serves the file at this URL; small if the path has `/quick/`, otherwise it takes about three
 * seconds.
 */
export function serveFile(address: URL, request: IncomingMessage, response: ServerResponse): void {
  const name = address.pathname.split('/').at(-1) ?? 'file';
  const total = address.pathname.includes('/quick/') ? quickBytes : slowBytes;
  const wanted = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const start = wanted ? Number(wanted[1]) : 0;
  if (start >= total) {
    response.writeHead(416, { 'content-range': `bytes */${total}` }).end();
    return;
  }
  response.writeHead(wanted ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${decodeURIComponent(name)}"`,
    'content-length': total - start,
    'accept-ranges': 'bytes',
    etag: `"${total}"`,
    'last-modified': 'Mon, 01 Jul 2024 00:00:00 GMT',
    ...(wanted ? { 'content-range': `bytes ${start}-${total - 1}/${total}` } : {}),
  });
  let sent = start;
  const next = () => {
    const length = Math.min(chunkBytes, total - sent);
    sent += length;
    if (sent < total) response.write(Buffer.alloc(length, 0x2e));
    else response.end(Buffer.alloc(length, 0x2e));
  };
  next();
  const timer = setInterval(() => (sent < total ? next() : clearInterval(timer)), chunkEveryMs);
  response.on('close', () => clearInterval(timer));
}
