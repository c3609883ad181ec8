// A publisher's server that serves a feed correctly or misbehaves in every possible way.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

export interface Feed {
  /** Handles requests; for its own server or the demo site's. */
  readonly handle: Reply;
  readonly requests: readonly {
    path: string;
    headers: IncomingMessage['headers'];
    status: number;
  }[];
  /** Sets what a path serves; null for nothing. */
  put(path: string, content: string | Uint8Array | Reply | null): void;
  /** Serves nothing anymore and clears the request log. */
  clear(): void;
}

const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };
const json = { ...open, 'content-type': 'application/json' };

/** A file as any static web server serves it, with its ETag. */
export function file(content: string | Uint8Array, headers: Record<string, string> = {}): Reply {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return (request, response) => {
    const isKnown = request.headers['if-none-match'] === etag;
    response
      .writeHead(isKnown ? 304 : 200, { ...json, etag, ...headers })
      .end(isKnown ? undefined : content);
  };
}

export const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (_request, response) => {
    response.writeHead(code, { ...open, ...headers }).end();
  };

/** A valid start of a body that never ends; `pauseMs` between its parts. */
export function endless(part: string, pauseMs: number): Reply {
  return (_request, response) => {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(part), pauseMs);
    response.on('close', () => clearInterval(timer));
  };
}

/** Announces more bytes than it sends. */
export const truncated =
  (content: string): Reply =>
  (_request, response) => {
    response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(content)) });
    response.write(content.slice(0, content.length / 2), () => response.destroy());
  };

export function createFeed(): Feed {
  const files = new Map<string, Reply>();
  const requests: { path: string; headers: IncomingMessage['headers']; status: number }[] = [];
  return {
    requests,
    handle(request, response) {
      const path = new URL(request.url ?? '/', 'http://feed.invalid').pathname;
      (files.get(path) ?? status(404))(request, response);
      requests.push({ path, headers: request.headers, status: response.statusCode });
    },
    put(path, content) {
      if (content === null) files.delete(path);
      else files.set(path, typeof content === 'function' ? content : file(content));
    },
    clear() {
      files.clear();
      requests.length = 0;
    },
  };
}

/** Starts the feed on a free local port, over plain HTTP. */
export async function startFeed(): Promise<
  Feed & { readonly address: string; close(): Promise<void> }
> {
  const feed = createFeed();
  const server = createServer(feed.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...feed,
    address: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
