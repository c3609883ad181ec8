import { describe, expect, it } from 'vitest';
import type { Engine } from './browsers/browser.ts';
import { launchBrowser } from './browsers/launch.ts';
import { eventually } from './eventually.ts';
import { startSite } from './servers/site.ts';

const engines = (process.env.ENGINES ?? 'chromium,firefox').split(',') as Engine[];

describe.each(engines)('The first-run page, %s,', (engine) => {
  it('opens once after the installation, asks where, and never comes again', async () => {
    const site = await startSite();
    const browser = await launchBrowser(engine, { proxyPort: site.proxyPort, keepsWelcome: true });
    try {
      const page = await eventually('The first-run page', async () => (await browser.extensionPages('src/welcome/'))[0]);
      await eventually('Its words', async () => /What it does/.test(await page.text()));
      await page.evaluate(`() => { const place = document.querySelector('select'); place.value = 'us'; place.dispatchEvent(new Event('change', { bubbles: true })); }`);
      await page.evaluate(`() => document.querySelector('form button').click()`);
      const saved = await eventually('The choice', async () => {
        const { settings } = await browser.api<{ settings?: { jurisdictions?: string[] } }>('storage.local.get', 'settings');
        return settings?.jurisdictions;
      });
      expect(saved).toEqual(['us', 'us-federal', 'us-states', 'us-lists']);
      await page.close();
      await browser.restart();
      await browser.openPage('https://www.example.org/');
      expect(await browser.extensionPages('src/welcome/')).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
