// Stand-ins for the software in a test: pages, its scanner's hosts, extensions and certificates.
// None of it is the software itself.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../browsers/browser.ts';
import { testCertificate, type AuthorityName } from '../servers/certificate.ts';
import type { HostHandler } from '../servers/site.ts';

export const families = {
  first: 'FD126C42-EBFA-4E12-B309-BB3FDD723AC1',
  second: '86AAF7CD-A199-463A-BEEF-AEE7400B3F0D',
  style: 'E3E8934C-235A-4B0E-825A-35A08381A191',
} as const;

export const ownPrefix: Readonly<Record<Engine, string>> = { chromium: 'gc', firefox: 'ff' };
export const otherPrefix: Readonly<Record<Engine, string>> = { chromium: 'ff', firefox: 'gc' };

export const scanner = (prefix: string) => `https://${prefix}.kis.v2.scr.kaspersky-labs.com`;
const encoded = (address: string) => Buffer.from(address).toString('base64url');

/** The two tags as found in saved pages; `base` is empty for the page's own host. */
export const scriptTag = (base: string, id: string = families.first) =>
  `<script type="text/javascript" src="${base}/${id}/main.js?attr=xV0Rq" charset="UTF-8"></script>`;
export const styleTag = (base: string, address: string) =>
  `<link rel="stylesheet" crossorigin="anonymous" href="${base}/${families.style}/abn/main.css?attr=${encoded(address)}"/>`;

/** Answers as the scanner does, or as nobody does. */
const resource = (url: string, response: Parameters<HostHandler>[1]): boolean => {
  const isStyle = url.includes('/abn/main.css');
  if (!isStyle && !url.includes('/main.js')) return false;
  response
    .writeHead(200, {
      'content-type': isStyle ? 'text/css' : 'application/javascript',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    })
    .end(isStyle ? 'i {}' : 'void 0;');
  return true;
};

export const answeringScanner: HostHandler = (request, response) => {
  if (!resource(request.url ?? '', response)) response.writeHead(404).end();
};

export interface PageOptions {
  readonly head?: string;
  readonly body?: string;
  /**
   * What the page's host says of the software's files: answers, has none, or shows its start page
   * for every address.
   */
  readonly ownFiles?: 'answers' | 'missing' | 'start-page';
}

export function pageHandler({
  head = '',
  body = 'A page',
  ownFiles = 'missing',
}: PageOptions): HostHandler {
  return (request, response) => {
    const isFile = /\/[0-9A-F]{8}-/.test(request.url ?? '');
    if (isFile && ownFiles === 'answers' && resource(request.url ?? '', response)) return;
    response
      .writeHead(isFile && ownFiles === 'missing' ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      })
      .end(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>${head}</head><body>${body}</body></html>`,
      );
  };
}

/** Results with icons behind them; `moment` is an expression for the time in their name. */
export const searchResults = (moment: string, count = 6) =>
  `<ul></ul><script>
  const name = 'kl_' + (${moment});
  for (let place = 0; place < ${String(count)}; place += 1) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = 'https://result.example/' + place;
    link.textContent = 'Result';
    const icon = document.createElement('img');
    Object.assign(icon, { name, width: 16, height: 16 });
    icon.style.cssText = 'width: 16px !important; height: 16px !important; display: inline !important';
    item.append(link, icon);
    document.querySelector('ul').append(item);
  }</script>`;

/**
 * The public key of the vendor's extension, from a browser profile that someone published:
 * https://github.com/nguyenhoan1901/CrawlData. Its SHA-256 hash is the extension's id.
 */
const vendorKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApdm15tM0fu8XtB9kx9/Yp/LM5MBPiQd3P+K24kGc+BtmJn5N1F7vzpknWKavZGE72SSiHR2HVuy7M+5ItEMB8a690NtsoWB4YvYklRwGX6Y4YU5r2HlHHEkm17dn4KFE77Dqhd2RY8M/WaDMjC5xL36iOWRUsMpleFovYf+ML+rDmLfk5BevSc84Zb5/2WleiwK1GquECkwmB4/nIoKc7PtdTWmBtPmfNO03+avghOUBUzUDw8gWKdmYFe1AIj2TjNh1Tu+J5JjOdnIepJz0+uA+Zo8DyM1ZakMns/gMy7ehP6u66E+SAml/YOiPy2ES2Dm+YgJdWd/tV6ZDHO/ApwIDAQAB';
const vendorAddOn = 'light_plugin_D772DC8D6FAF43A29B25C4EBAA5AD1DE@kaspersky.com';

/** In `out/`, by its content: the browser reads it as long as it runs, and tests end before. */
function extensionFolder(manifest: object): string {
  const text = JSON.stringify({ version: '1.0', ...manifest });
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const folder = fileURLToPath(new URL(`../../../out/stand-ins/${name}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), text);
  return folder;
}

const addOn = (id: string) => ({ browser_specific_settings: { gecko: { id } } });

/** An empty extension under the id of the vendor's. */
export function vendorExtension(engine: Engine): string {
  return engine === 'chromium'
    ? extensionFolder({ manifest_version: 3, name: 'A stand-in', key: vendorKey })
    : extensionFolder({ manifest_version: 2, name: 'A stand-in', ...addOn(vendorAddOn) });
}

/** Extensions that are called so and are not the vendor's. */
export function similarExtensions(engine: Engine): string[] {
  return engine === 'chromium'
    ? ['Kaspersky Protection', 'Kaspersky Password Manager'].map((name) =>
        extensionFolder({ manifest_version: 3, name }),
      )
    : [
        extensionFolder({
          manifest_version: 2,
          name: 'Kaspersky Protection',
          ...addOn('protection@notkaspersky.com'),
        }),
        extensionFolder({
          manifest_version: 2,
          name: 'Kaspersky Dark',
          ...addOn('kaspersky.com@theme.example'),
        }),
      ];
}

export const programName = 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host';
export const similarPrograms = [
  `${programName}.old`,
  'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdn.host',
];

export const interceptor: AuthorityName = {
  commonName: 'Kaspersky Anti-Virus Personal Root Certificate',
  organization: 'AO Kaspersky Lab',
};

export interface SecureHost {
  readonly port: number;
  readonly authority: string;
  close(): void;
}

/** A server whose certificate an authority of this name issued. */
export async function secureHost(host: string, name: AuthorityName): Promise<SecureHost> {
  const { key, cert, authority } = testCertificate(new Date(), [host], name);
  const server = createServer({ key, cert }, (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Secure</title>Secure');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    authority,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
