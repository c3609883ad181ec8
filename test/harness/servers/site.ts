// The demo pages and downloads under real host names. The browser under test uses this server as
// its proxy for everything, so nothing ever leaves the machine.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { demoPages, morePages, startPage } from '../site/routes.ts';
import { testCertificate } from './certificate.ts';
import { serveFile } from './files.ts';

export interface Site {
  readonly proxyPort: number;
  /** Requested URLs so far, in order. */
  readonly requests: readonly string[];
  /** Hosts, with ports, to which a secure connection was requested, used or not. */
  readonly connections: readonly string[];
  /** PEM certificate of the authority for hosts with their own server. */
  readonly authority: string;
  /**
   * Lets these hosts answer for themselves from now on, in place of those before, and forgets who
   * asked.
   */
  serve(hosts: Readonly<Record<string, HostHandler>>): void;
  close(): Promise<void>;
}

const folder = new URL('../site/', import.meta.url);
const page = (file: string) => readFileSync(fileURLToPath(new URL(`pages/${file}`, folder)));
const downloadable = /\.(exe|zip|dmg|iso|msi|apk)$/;

const files = new Map<string, string>(
  [...Object.values(demoPages), ...Object.values(morePages)].map(({ url, file }) => [url, file]),
);
files.set(startPage, 'start.html');

function answer(address: URL, request: IncomingMessage, response: ServerResponse): void {
  const file = files.get(address.href) ?? files.get(address.origin + address.pathname);
  if (file !== undefined) {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(page(file));
  } else if (address.pathname === '/demo.css') {
    response
      .writeHead(200, { 'content-type': 'text/css; charset=utf-8' })
      .end(readFileSync(fileURLToPath(new URL('demo.css', folder))));
  } else if (downloadable.test(address.pathname)) {
    serveFile(address, request, response);
  } else {
    response
      .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>Not found</title><p>Not found</p>');
  }
}

/** Handles requests for another host, such as a feed's. */
export type HostHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Starts the site on a free local port. `tunnels`: hosts with their own TLS server on a local port.
 */
export async function startSite(
  firstHosts: Readonly<Record<string, HostHandler>> = {},
  tunnels: Readonly<Record<string, number>> = {},
): Promise<Site> {
  let hosts = firstHosts;
  const requests: string[] = [];
  const connections: string[] = [];
  const sockets = new Set<Socket>();
  const handle = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const address = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown'}`);
    requests.push(address.href);
    const own = hosts[address.hostname];
    if (own) own(request, response);
    else answer(address, request, response);
  };
  // A proxied http request has its full URL, which `new URL` prefers over the base.
  const plain = createServer(handle('http'));
  const { key, cert, authority } = testCertificate(new Date(), Object.keys(hosts));
  const secure = createTlsServer({ key, cert, keepAlive: true }, handle('https'));
  plain.on('connect', (request, socket: Socket) => {
    connections.push(request.url ?? 'unknown');
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const tunnel = tunnels[(request.url ?? '').replace(/:\d+$/, '')];
    if (tunnel === undefined) secure.emit('connection', socket);
    else socket.pipe(connect(tunnel, '127.0.0.1').on('error', () => socket.destroy())).pipe(socket);
  });
  // Browsers drop connections at any time; the server must survive that.
  for (const server of [plain, secure])
    server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const { port } = plain.address() as AddressInfo;
  return {
    proxyPort: port,
    requests,
    connections,
    authority,
    serve(next) {
      hosts = next;
      requests.length = 0;
      connections.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        plain.closeAllConnections();
        plain.close(() => resolve());
      }),
  };
}
