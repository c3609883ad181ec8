import { get } from 'node:https';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../harness/browsers/browser.ts';
import { hasPrivateEtc } from '../../harness/browsers/private-etc.ts';
import { startComputer } from '../../harness/computer.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import { releaseHost } from '../../harness/servers/release-server.ts';
import {
  hasProgram,
  startWebServer,
  type ServerProgram,
  type WebServer,
} from '../../harness/servers/web-server.ts';
import { demoPages } from '../../harness/site/routes.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly cache: string;
  readonly sniff: string | undefined;
}

function ask(server: WebServer, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        servername: releaseHost,
        ca: server.authority,
        headers: { host: releaseHost },
      },
      (response) => {
        const {
          'content-type': type = '',
          'cache-control': cache = '',
          'x-content-type-options': sniff,
        } = response.headers;
        response.resume().on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type,
            cache,
            sniff: sniff as string | undefined,
          }),
        );
      },
    );
    request.on('error', reject);
  });
}

const pairs: readonly [ServerProgram, Engine][] = [
  ['nginx', 'chromium'],
  ['caddy', 'firefox'],
];
const isPossible = hasPrivateEtc();

describe.each(pairs)('A server with %s as the documentation sets it up', (program, engine) => {
  const isThere = isPossible && hasProgram(program);
  if (!isThere)
    console.error(
      `NOT PROVED, for want of ${isPossible ? program : 'a mount namespace'}: self-hosting with ${program}.`,
    );

  it.runIf(isThere)(
    `answers as browsers need it, and ${engine} installs from it by policy`,
    async () => {
      let server: WebServer | null = null;
      const computer = await startComputer(engine, {
        serve: async (release) => (server = await startWebServer(program, release.files)),
      });
      try {
        if (server === null) throw new Error('The server has not started.');
        const types = await Promise.all(
          [
            'kaspersky-ban-advisory-1.0.0.crx',
            'kaspersky-ban-advisory.xpi',
            'update.xml',
            'updates.json',
          ].map((name) => ask(server as unknown as WebServer, `/kba/${name}`)),
        );
        expect(types.map(({ status, type }) => `${status} ${type.replace(/;.*/, '')}`)).toEqual([
          '200 application/x-chrome-extension',
          '200 application/x-xpinstall',
          '200 text/xml',
          '200 application/json',
        ]);
        // With it, Chromium refuses the package.
        expect(types.map(({ sniff }) => sniff)).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect(types.every(({ cache }) => cache === 'max-age=300')).toBe(true);
        expect((await ask(server, '/kba/nothing')).status).toBe(404);
        // It was this server that gave the package, and not the tests' own.
        expect(computer.server.requests).toEqual([]);
        const page = await computer.browser.openPage(demoPages.listing.url);
        await shownNotice(page);
        expect(
          await computer.browser.api<{ installType: string }>('management.getSelf'),
        ).toMatchObject({ installType: 'admin' });
      } finally {
        await computer.close();
      }
    },
  );
});
