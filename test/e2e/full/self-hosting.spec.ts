// Ordinary web servers with the configurations that docs/admin prints: the printed check passes, they
// answer "not modified", and browsers install from them by policy.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import type { Engine } from '../../harness/browsers/browser.ts';
import { hasPrivateEtc } from '../../harness/browsers/private-etc.ts';
import { startComputer, type PolicyFile } from '../../harness/computer.ts';
import { engines } from '../../harness/engines.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import { hasProgram, printed, runPrinted } from '../../harness/printed.ts';
import {
  createReleaseServer,
  releaseBase,
  releaseHost,
} from '../../harness/servers/release-server.ts';
import {
  startWebServer,
  type ServerProgram,
  type WebServer,
} from '../../harness/servers/web-server.ts';
import { demoPages } from '../../harness/site/routes.ts';

const isPossible = hasPrivateEtc();

/** Why not, where the engine or a program is missing. */
function isThere(program: ServerProgram): boolean {
  const missing = [program, 'curl'].filter((name) => !hasProgram(name));
  if (!isPossible) missing.push('a mount namespace');
  if (missing.length > 0)
    console.error(`NOT PROVED, for want of ${missing.join(', ')}: self-hosting with ${program}.`);
  return missing.length === 0;
}

/** Runs commands with a curl that finds this server at the address of the documentation. */
function withCurl(server: WebServer, commands: string): string[] {
  const home = mkdtempSync(join(tmpdir(), 'advisory-curl-'));
  writeFileSync(join(home, 'authority.pem'), server.authority);
  const options = [
    `connect-to = "${releaseHost}:443:127.0.0.1:${String(server.port)}"`,
    `cacert = "${join(home, 'authority.pem')}"`,
    'noproxy = "*"',
  ];
  writeFileSync(join(home, '.curlrc'), options.join('\n'));
  const { status, stdout, stderr } = runPrinted(commands, home, { HOME: home, CURL_HOME: home });
  rmSync(home, { recursive: true, force: true });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split(/\r?\n/);
}

/** As a person reads them: the status, and a header by its name. */
const read = (lines: readonly string[], name: string) =>
  lines.flatMap((line) => {
    const [, value] = new RegExp(`^${name}:? (?:\\d\\.\\d )?(.*)$`, 'i').exec(line) ?? [];
    return value === undefined ? [] : value.replace(/;.*/, '').trim();
  });
const statuses = (lines: readonly string[]) =>
  lines.flatMap((line) => /^HTTP\/\S+ (\d+)/.exec(line)?.[1] ?? []);

function servesWell(server: WebServer): void {
  const [heads = ''] = printed('self-hosting', 'sh', 'curl').split(/^cd .*$/m);
  const said = withCurl(server, heads);
  expect(statuses(said)).toEqual(['200', '200']);
  expect(read(said, 'content-type')[0]).toMatch(/^(text|application)\/xml$/);
  expect(read(said, 'content-type')[1]).toBe('application/x-chrome-extension');
  expect(read(said, 'cache-control')).toEqual(['no-cache', 'no-cache']);

  const head = (file: string, more = '') =>
    withCurl(server, `curl -sSI ${more} ${releaseBase}${file}`);
  expect(read(head('kaspersky-ban-advisory.xpi'), 'content-type')).toEqual([
    'application/x-xpinstall',
  ]);
  expect(statuses(head('nothing'))).toEqual(['404']);
  // Compressed or not: whoever has the file is told so.
  for (const coding of ['identity', 'gzip']) {
    const get = `curl -sS -D - -o /dev/null -H 'Accept-Encoding: ${coding}'`;
    const first = withCurl(server, `${get} ${releaseBase}updates.json`);
    const [tag = ''] = read(first, 'etag');
    expect(tag).not.toBe('');
    const again = withCurl(server, `${get} -H 'If-None-Match: ${tag}' ${releaseBase}updates.json`);
    expect([coding, statuses(again)]).toEqual([coding, ['304']]);
  }
}

const servers: readonly [ServerProgram, Engine | null][] = [
  ['nginx', 'chromium'],
  ['caddy', 'firefox'],
  // With a browser in admin-walk.spec.ts.
  ['apache2', null],
];

describe.each(servers)('A server with %s as the documentation sets it up', (program, engine) => {
  const isProved = isThere(program);

  it.runIf(isProved)('answers as browsers need it', async () => {
    const server = await startWebServer(
      program,
      new Map([
        ['update.xml', `<?xml version="1.0"?>${'<gupdate/>'.repeat(200)}`],
        ['updates.json', JSON.stringify({ addons: 'a'.repeat(2000) })],
        ['kaspersky-ban-advisory-1.0.0.crx', 'a package'],
        ['kaspersky-ban-advisory.xpi', 'a package'],
      ]),
    );
    try {
      servesWell(server);
    } finally {
      await server.close();
    }
  });

  if (engine === null || !engines.includes(engine)) return;
  it.runIf(isProved)(`gives ${engine} the extension by policy`, async () => {
    const computer = await startComputer(engine, {
      serve: (release) => startWebServer(program, release.files),
    });
    try {
      const { browser } = computer;
      // It was this server that gave the package, and not the tests' own.
      expect(computer.server.requests).toEqual([]);
      const page = await browser.openPage(demoPages.listing.url);
      await shownNotice(page);
      expect(await browser.api('management.getSelf')).toMatchObject({ installType: 'admin' });
    } finally {
      await computer.close();
    }
  });
});

describe.runIf(isPossible && engines.includes('firefox'))('A new address in the policy', () => {
  it('without a higher version costs Firefox a download at every start, and moves it nowhere', async () => {
    const newHost = 'downloads.example.net';
    const moved = createReleaseServer();
    let host = releaseHost;
    const computer = await startComputer('firefox', {
      hosts: { [newHost]: moved.handle },
      edit: (policy) =>
        JSON.parse(JSON.stringify(policy).replaceAll(releaseHost, host)) as PolicyFile,
    });
    try {
      const { browser, server } = computer;
      const { version } = await browser.api<{ version: string }>('management.getSelf');
      moved.put(computer.release(version, `https://${newHost}/kba/`));
      host = newHost;
      computer.write(null);
      for (const starts of [1, 2]) {
        await browser.restart();
        await eventually('The file', async () => moved.requests.length === starts);
      }
      server.put(computer.release('99.0.0'));
      await browser.checkForUpdates();
      expect(moved.requests).toEqual(Array(2).fill('kaspersky-ban-advisory.xpi'));
      expect(server.requests).toContain('updates.json');
    } finally {
      await computer.close();
    }
  });
});
