import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../harness/browsers/launch.ts';
import { eventually } from '../../../harness/eventually.ts';
import { pressControl } from '../../../harness/pages/own-page.ts';
import { startSite } from '../../../harness/servers/site.ts';
import { engines } from '../../../harness/engines.ts';

const defaultBuild = fileURLToPath(new URL('../../../../dist/chrome', import.meta.url));

describe.each(engines)('The first-run page, %s,', (engine) => {
  it('opens once after the installation, asks where, and never comes again', async () => {
    const site = await startSite();
    const browser = await launchBrowser(engine, { proxyPort: site.proxyPort, keepsWelcome: true });
    try {
      const page = await eventually(
        'The first-run page',
        async () => (await browser.extensionPages('src/pages/welcome/'))[0],
      );
      await eventually('Its words', async () => /What it does/.test(await page.text()));
      await page.evaluate(
        `() => { const place = document.querySelector('select'); place.value = 'us'; place.dispatchEvent(new Event('change', { bubbles: true })); }`,
      );
      await page.evaluate(`() => document.querySelector('form button').click()`);
      const saved = await eventually('The choice', async () => {
        const { settings } = await browser.api<{ settings?: { jurisdictions?: string[] } }>(
          'storage.local.get',
          'settings',
        );
        return settings?.jurisdictions;
      });
      expect(saved).toEqual(['us', 'us-federal', 'us-states', 'us-lists']);
      await page.close();
      await browser.restart();
      await browser.openPage('https://www.example.org/');
      expect(await browser.extensionPages('src/pages/welcome/')).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});

describe.runIf(engines.includes('firefox'))(
  'The switch for every site on the first-run page, firefox,',
  () => {
    it('asks the browser, says where leave was refused, and gives and takes it', async () => {
      const site = await startSite();
      const browser = await launchBrowser('firefox', {
        proxyPort: site.proxyPort,
        keepsWelcome: true,
      });
      try {
        const page = await eventually(
          'The first-run page',
          async () => (await browser.extensionPages('src/pages/welcome/'))[0],
        );
        const isOn = () =>
          page.evaluate<boolean>(`() => document.querySelector('#every-site').checked`);
        const hasLeave = () =>
          browser.api<boolean>('permissions.contains', { origins: ['*://*/*'] });
        await pressControl(page, /watch every site/);
        await browser.answerLeave(false);
        await eventually('A word about the refusal', () =>
          page.evaluate<boolean>(
            `() => document.querySelector('.every-site [role=alert]').textContent.length > 10`,
          ),
        );
        expect([await isOn(), await hasLeave()]).toEqual([false, false]);
        await pressControl(page, /watch every site/);
        await browser.answerLeave(true);
        await eventually('Leave', hasLeave);
        await eventually('The switch', isOn);
        await pressControl(page, /watch every site/);
        await eventually('No leave', async () => !(await hasLeave()));
        await eventually('The switch', async () => !(await isOn()));
      } finally {
        await browser.close();
        await site.close();
      }
    });
  },
);

/**
 * The administrators' build, which has all permissions from the start. After an update to the
 * default build it keeps them, as if a person had granted them.
 */
function buildWithLeave(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisory-build-'));
  cpSync(defaultBuild, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { optional_host_permissions, ...manifest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: optional_host_permissions }));
  return folder;
}

// Chromium's question can't be answered from outside; what the switch does with a yes is tried in
// the gallery.
describe.runIf(engines.includes('chromium'))(
  'The switch for every site on the first-run page, chromium,',
  () => {
    it('is on where leave was given, takes it back, stays off while the browser asks, and says where it does not ask', async () => {
      const site = await startSite();
      const folder = buildWithLeave();
      const browser = await launchBrowser('chromium', {
        proxyPort: site.proxyPort,
        extension: folder,
      });
      try {
        await browser.upgrade(defaultBuild);
        const page = await browser.openExtensionPage('src/pages/welcome/index.html');
        const isOn = () =>
          page.evaluate<boolean>(`() => document.querySelector('#every-site').checked`);
        const said = (role: string) =>
          page.evaluate<string>(
            `(role) => document.querySelector('.every-site [role=' + role + ']').textContent`,
            role,
          );
        const hasLeave = () =>
          browser.api<boolean>('permissions.contains', { origins: ['*://*/*'] });
        await eventually('The switch to be on', () =>
          page.evaluate<boolean>(`() => document.querySelector('#every-site')?.checked === true`),
        );
        expect(await hasLeave()).toBe(true);

        await pressControl(page, /watch every site/);
        await eventually('No leave', async () => !(await hasLeave()));
        await eventually('The switch to be off', async () => !(await isOn()));

        // Without a person's click, or some seconds after it, the browser refuses to ask.
        await page.evaluate(`() => new Promise((done) => {
        const press = () => (navigator.userActivation.isActive ? setTimeout(press, 50) : done(document.querySelector('#every-site').click()));
        press();
      })`);
        await eventually('A word about the refusal', async () => (await said('alert')).length > 10);
        expect([await isOn(), await hasLeave()]).toEqual([false, false]);

        await pressControl(page, /watch every site/);
        await eventually(
          'A word about the question',
          async () => (await said('status')).length > 10,
        );
        expect([await said('alert'), await isOn(), await hasLeave()]).toEqual(['', false, false]);
      } finally {
        await browser.close();
        await site.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
