import { expect, it } from 'vitest';
import { eventually } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { shownNotice } from '../../../harness/pages/notice.ts';
import { demoPages } from '../../../harness/site/routes.ts';

interface Self {
  readonly version: string;
  readonly installType: string;
  readonly mayDisable: boolean;
  readonly updateUrl: string;
}

onEachComputer(
  'An installation by policy',
  () => ({ orders: { mode: 'warn', organizationName: 'Example Corporation' } }),
  (computer) => {
    const self = () => computer().browser.api<Self>('management.getSelf');

    it('comes from the organization’s own server, by force', async () => {
      const { engine, server } = computer();
      expect(server.requests).toEqual(
        engine === 'chromium'
          ? ['update.xml', 'kaspersky-ban-advisory-1.0.0.crx']
          : ['kaspersky-ban-advisory.xpi'],
      );
      expect(await self()).toMatchObject({
        version: '1.0.0',
        installType: 'admin',
        mayDisable: false,
      });
    });

    it('can’t be removed by the person, nor by the extension itself', async () => {
      const { browser } = computer();
      await expect(
        browser.api('management.uninstallSelf', { showConfirmDialog: false }),
      ).rejects.toThrow(/modified by user|not have permission|cannot be uninstalled/i);
      expect((await self()).version).toBe('1.0.0');
    });

    it('opens no first-run page, and works at once', async () => {
      const { browser } = computer();
      const page = await browser.openPage(demoPages.listing.url);
      await shownNotice(page);
      expect((await badgeOf(browser, page)).text).toBe('!');
      expect(await browser.extensionPages('src/pages/welcome/')).toEqual([]);
      await page.close();
    });

    it('is raised to a higher version that the server offers, with all that is stored', async () => {
      const { browser, engine, server, release } = computer();
      await browser.api('runtime.sendMessage', {
        name: 'change-setting',
        request: { name: 'snoozeDays', value: 11 },
      });
      server.put(release('1.0.1'));
      const before = server.requests.length;
      await browser.checkForUpdates();
      expect(server.requests.slice(before)).toEqual(
        engine === 'chromium'
          ? ['update.xml', 'kaspersky-ban-advisory-1.0.1.crx']
          : ['updates.json', 'kaspersky-ban-advisory.xpi'],
      );
      await browser.restart();
      await eventually('The new version', async () => (await self()).version === '1.0.1', 60_000);
      const { settings } = await browser.api<{ settings: { snoozeDays: number } }>(
        'storage.local.get',
        'settings',
      );
      expect(settings.snoozeDays).toBe(11);
      const page = await browser.openPage(demoPages.listing.url);
      await shownNotice(page);
      await page.close();
    });

    it('goes again by policy', async () => {
      const { browser } = computer();
      expect(await browser.isInstalled()).toBe(true);
      await computer().remove();
      await eventually('The extension to go', async () => !(await browser.isInstalled()), 30_000);
    });
  },
);
