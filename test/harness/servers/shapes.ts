// Downloads as servers really send them: at once, under a late name, once and never again, only to
// a form, only with a cookie.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostHandler } from './site.ts';

export const installerName = 'kis15.0.1.415en_6872.exe';

/** What a server says in the installer's place when it doesn't want to give it again. */
export const otherDocument = '<!doctype html><title>Sorry</title><p>This link was used.';

interface File {
  readonly bytes: number;
  /** Trickles, so that there is something to hold. */
  readonly slowly?: boolean;
  readonly name?: string;
  readonly type?: string;
  /** Can be continued where it was stopped. */
  readonly tag?: string | null;
}

export function sendFile(
  response: ServerResponse,
  {
    bytes,
    slowly = false,
    name = installerName,
    type = 'application/octet-stream',
    tag = null,
  }: File,
): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes,
    ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
    ...(tag === null ? {} : { etag: `"${tag}"`, 'accept-ranges': 'bytes' }),
  });
  if (!slowly) return void response.end(Buffer.alloc(bytes, 0x2e));
  const chunk = 60_000;
  let sent = 0;
  const timer = setInterval(() => {
    const next = Math.min(chunk, bytes - sent);
    sent += next;
    response.write(Buffer.alloc(next, 0x2e));
    if (sent < bytes) return;
    clearInterval(timer);
    response.end();
  }, 50);
  response.on('close', () => clearInterval(timer));
}

function sendPage(response: ServerResponse, status: number, body = otherDocument): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

/**
 * Paths of one host, each with any query: `/get` serves the file at once; `/once` serves it to the
 * first request for that exact address; `/form` only to a POST; `/member` only with a cookie that
 * `/enter` sets. `?status=` is what others get, `?tag=` makes it resumable.
 */
export function createShapes(): {
  readonly handle: HostHandler;
  readonly asked: readonly string[];
} {
  const used = new Set<string>();
  const asked: string[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams, href } = new URL(
      request.url ?? '/',
      'https://shapes.example.net',
    );
    asked.push(`${request.method ?? ''} ${pathname}`);
    const size = Number(searchParams.get('size') ?? 2_000_000);
    const file = { bytes: size, slowly: searchParams.has('slowly'), tag: searchParams.get('tag') };
    const refuse = () => sendPage(response, Number(searchParams.get('status') ?? 200));
    if (pathname === '/get') sendFile(response, file);
    else if (pathname === '/once') {
      if (used.has(href)) return refuse();
      used.add(href);
      sendFile(response, file);
    } else if (pathname === '/form') {
      if (request.method === 'POST') sendFile(response, file);
      else refuse();
    } else if (pathname === '/member') {
      if (/\bmember=1\b/.test(request.headers.cookie ?? '')) sendFile(response, file);
      else refuse();
    } else if (pathname === '/enter') {
      response
        .writeHead(200, { 'set-cookie': 'member=1; Path=/', 'content-type': 'text/html' })
        .end('<!doctype html><title>In</title>');
    } else sendPage(response, 404);
  };
  return { handle, asked };
}
