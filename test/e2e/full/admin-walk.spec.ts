// The way of a new administrator through docs/admin, from an empty folder: make the release, serve it
// with Apache, push it by the printed commands and the release's own files, take an exception off,
// upgrade, move to another server and back, remove. The browsers and the servers are real.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleValues } from '../../../tools/release/policies/policy-folder.ts';
import { openOffice, type Office } from '../../harness/admin-office.ts';
import type { Browser, Engine } from '../../harness/browsers/browser.ts';
import { launchBrowser } from '../../harness/browsers/launch.ts';
import { hasPrivateEtc } from '../../harness/browsers/private-etc.ts';
import { keptPolicy } from '../../harness/computer.ts';
import { engines } from '../../harness/engines.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { noticeIn, shownNotice } from '../../harness/pages/notice.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { hasProgram, printed, replaced } from '../../harness/printed.ts';
import { releaseHost } from '../../harness/servers/release-server.ts';
import { startSite, type Site } from '../../harness/servers/site.ts';
import { startWebServer, type WebServer } from '../../harness/servers/web-server.ts';
import { demoPages } from '../../harness/site/routes.ts';

const newHost = 'downloads.example.net';
/** Nothing listens there. */
const closedPort = 1;

/** Of a page that is made of shadow trees. */
const wholeText = `() => {
  const textOf = (root) => [root.textContent, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? textOf(shadowRoot) : [])].join(' ');
  return textOf(document.body);
}`;

/** Each browser meets one of the two first: what the old server has, or the changed policy. */
const moves = [
  { name: 'by the old one, before the policy', from: releaseHost, to: newHost, isFirst: 'update' },
  { name: 'by the policy, without the old one', from: newHost, to: releaseHost, isFirst: 'policy' },
] as const;

const missing = ['apache2', 'openssl', 'git'].filter((name) => !hasProgram(name));
if (!hasPrivateEtc()) missing.push('a mount namespace');
if (missing.length > 0)
  console.error(`NOT PROVED, for want of ${missing.join(', ')}: the walk through docs/admin.`);

const [makeKey = '', makeRelease = ''] = printed('README', 'sh', 'npm run package').split('\n');

describe.runIf(missing.length === 0)('A new administrator', { timeout: 400_000 }, () => {
  let office: Office;
  let site: Site;
  const servers = new Map<string, WebServer>();
  const ports: Record<string, number> = {};
  const browsers = new Map<Engine, Browser>();

  /** Makes a release, as README prints it, and serves it where it says. */
  function release(host: string): void {
    const make = replaced(makeRelease, { [releaseHost]: host });
    expect(office.run(make)).toMatch(/Extension id in Chromium: [a-p]{32}/);
    office.publish(host);
  }

  let version = '1.0.0';
  function raise(): void {
    const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
    const names: Readonly<Record<string, string>> = { '1.0.0': version, '1.0.1': next };
    const command = printed('self-hosting', 'sh', 'sed').trim();
    office.run(command.replaceAll(/1\.0\.[01]/g, (name) => names[name] ?? ''));
    version = next;
  }

  async function serve(host: string): Promise<void> {
    const server = await startWebServer('apache2', office.served(host), host);
    ports[host] = server.port;
    servers.set(host, server);
  }

  async function turnOff(host: string): Promise<void> {
    await servers.get(host)?.close();
    servers.delete(host);
    ports[host] = closedPort;
  }

  /** The one thing besides that the tests' own certificates need, as self-hosting.md says. */
  function withAuthorities(text: string): string {
    const folder = office.policies('firefox');
    const Install = [...servers.values()].map(({ authority, port }) => {
      const file = join(folder, `authority-${String(port)}.pem`);
      writeFileSync(file, authority);
      return file;
    });
    const { policies } = JSON.parse(text) as { policies: object };
    return JSON.stringify({ policies: { ...policies, Certificates: { Install } } });
  }

  /** Edits the policy file of each browser. Firefox reads it at its next start. */
  async function deploy(edit: (text: string, engine: Engine) => string): Promise<void> {
    for (const [engine, browser] of browsers) {
      office.editPolicy(engine, (text) => edit(text, engine));
      if (engine === 'firefox') await browser.restart();
    }
  }

  const arrivesAt = (browser: Browser) =>
    eventually(
      `Version ${version}`,
      async () =>
        (await browser.api<{ version: string }>('management.getSelf')).version === version,
      60_000,
    );

  async function update(browser: Browser): Promise<void> {
    await browser.checkForUpdates();
    await browser.restart();
    await arrivesAt(browser);
  }

  async function deployAddress(from: string, to: string): Promise<void> {
    await deploy((text, engine) => {
      const moved = replaced(text, { [`https://${from}/`]: `https://${to}/` });
      return engine === 'firefox' ? withAuthorities(moved) : moved;
    });
    const page = await browsers.get('chromium')?.openPage('chrome://policy');
    await eventually(
      'The new address on Chromium’s own page',
      async () => page === undefined || (await page.evaluate<string>(wholeText)).includes(to),
      60_000,
    );
    await page?.close();
  }

  beforeAll(async () => {
    office = openOffice();
    office.run(makeKey);
    release(releaseHost);
    await serve(releaseHost);
    site = await startSite({}, ports);
    for (const engine of engines) {
      office.installPolicy(engine);
      if (engine === 'firefox') office.editPolicy(engine, withAuthorities);
      // Lets the tests look inside, as the page on troubleshooting says.
      else
        writeFileSync(
          join(office.policies(engine), 'tools.json'),
          JSON.stringify({ DeveloperToolsAvailability: 1 }),
        );
      const browser = await launchBrowser(engine, {
        proxyPort: site.proxyPort,
        policies: office.policies(engine),
        keepsWelcome: true,
      });
      browsers.set(engine, browser);
    }
  }, 400_000);

  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
    await site?.close();
    for (const server of servers.values()) await server.close();
    office?.close();
  });

  it('pushes the release as it is: installed by force, with the sample’s settings', async () => {
    for (const browser of browsers.values()) {
      expect(await browser.api('management.getSelf')).toMatchObject({
        installType: 'admin',
        mayDisable: false,
      });
      await eventually('The policy', () => keptPolicy(browser), 60_000);
      const page = await browser.openExtensionPage('src/pages/policy/index.html');
      const text = await showsText(page, /Example Corporation/);
      for (const name of Object.keys(sampleValues)) expect(text).toContain(name);
      await page.close();
    }
  });

  it('makes an exception, and takes it off again', async () => {
    const { host, href } = new URL(demoPages.listing.url);
    const look = async (browser: Browser, isQuiet: boolean) => {
      const page = await browser.openPage(href);
      const notice = isQuiet
        ? await never('A notice', () => noticeIn(page), 2500).then(
            () => null,
            () => 'a notice',
          )
        : await shownNotice(page).catch(() => null);
      await page.close();
      return isQuiet ? notice === null : notice !== null;
    };
    await deploy((text) => replaced(text, { 'research.example.com': host }));
    for (const browser of browsers.values())
      await eventually('Quiet on the excepted host', () => look(browser, true), 60_000);
    await deploy((text) => replaced(text, { [`"${host}",`]: '' }));
    for (const browser of browsers.values())
      await eventually('A notice there again', () => look(browser, false), 60_000);
  });

  it('upgrades', async () => {
    raise();
    release(releaseHost);
    for (const browser of browsers.values()) await update(browser);
  });

  it.each(moves)('moves to another server, $name', async ({ from, to, isFirst }) => {
    raise();
    release(to);
    await serve(to);
    if (isFirst === 'update') {
      // "Serve the same files at the old address, too."
      office.publish(from);
      await deploy((text, engine) => (engine === 'firefox' ? withAuthorities(text) : text));
      for (const browser of browsers.values()) await update(browser);
      await deployAddress(from, to);
      await turnOff(from);
    } else {
      await turnOff(from);
      await deployAddress(from, to);
      for (const [engine, browser] of browsers) {
        // Installs from a changed address when it starts, without looking for a newer version.
        if (engine === 'firefox') await arrivesAt(browser);
        else await update(browser);
      }
    }

    raise();
    release(to);
    const before = site.connections.length;
    for (const browser of browsers.values()) await update(browser);
    const asked = site.connections.slice(before).map((at) => at.replace(/:\d+$/, ''));
    expect(asked).toContain(to);
    expect(asked).not.toContain(from);
  });

  it('removes it', async () => {
    const removal = printed('linux', 'json', '"blocked"');
    for (const [engine, browser] of browsers) {
      if (engine === 'chromium') office.deletePolicy(engine);
      else {
        office.editPolicy(engine, () => removal);
        await browser.restart();
      }
    }
    for (const browser of browsers.values())
      await eventually('The end', async () => !(await browser.isInstalled()), 60_000);
  });
});
