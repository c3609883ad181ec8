// The way of a new administrator through docs/admin, from an empty folder: make the release, serve it
// with Apache, push it by the printed commands and the release's own files, take an exception off,
// upgrade, remove. The browsers and the servers are real.
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
import { releaseBase, releaseHost } from '../../harness/servers/release-server.ts';
import { startSite, type Site } from '../../harness/servers/site.ts';
import { startWebServer, type WebServer } from '../../harness/servers/web-server.ts';
import { demoPages } from '../../harness/site/routes.ts';

const missing = ['apache2', 'openssl', 'git'].filter((name) => !hasProgram(name));
if (!hasPrivateEtc()) missing.push('a mount namespace');
if (missing.length > 0)
  console.error(`NOT PROVED, for want of ${missing.join(', ')}: the walk through docs/admin.`);

const [makeKey = '', makeRelease = ''] = printed('README', 'sh', 'npm run package').split('\n');

describe.runIf(missing.length === 0)('A new administrator', { timeout: 400_000 }, () => {
  let office: Office;
  let site: Site;
  const servers: WebServer[] = [];
  const ports: Record<string, number> = {};
  const browsers = new Map<Engine, Browser>();

  /** Makes a release, as README prints it, and serves it where it says. */
  function release(base: string): void {
    const make =
      base === releaseBase ? makeRelease : replaced(makeRelease, { [releaseBase]: base });
    expect(office.run(make)).toMatch(/Extension id in Chromium: [a-p]{32}/);
    office.publish(new URL(base).host);
  }

  let version = '1.0.0';
  function raiseTo(next: string): void {
    const names: Readonly<Record<string, string>> = { '1.0.0': version, '1.0.1': next };
    const command = printed('self-hosting', 'sh', 'sed').trim();
    office.run(command.replaceAll(/1\.0\.[01]/g, (name) => names[name] ?? ''));
    version = next;
  }

  async function serve(host: string): Promise<void> {
    const server = await startWebServer('apache2', office.served(host), host);
    ports[host] = server.port;
    servers.push(server);
  }

  /** The one thing besides that the tests' own certificates need, as self-hosting.md says. */
  function withAuthorities(text: string): string {
    const folder = office.policies('firefox');
    const Install = servers.map(({ authority }, index) => {
      const file = join(folder, `authority-${String(index)}.pem`);
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

  async function updatesTo(version: string): Promise<void> {
    for (const browser of browsers.values()) {
      await browser.checkForUpdates();
      await browser.restart();
      await eventually(
        `Version ${version}`,
        async () =>
          (await browser.api<{ version: string }>('management.getSelf')).version === version,
        60_000,
      );
    }
  }

  beforeAll(async () => {
    office = openOffice();
    office.run(makeKey);
    release(releaseBase);
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
    for (const server of servers) await server.close();
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
    raiseTo('1.0.1');
    release(releaseBase);
    await updatesTo('1.0.1');
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
