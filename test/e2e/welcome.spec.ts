import { describe, expect, it } from 'vitest';
import type { Engine } from './browsers/browser.ts';
import { launchBrowser } from './browsers/launch.ts';
import { eventually } from './eventually.ts';
import { pressControl } from './pages/own-page.ts';
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

// Chromium's question can't be answered from outside; what the switch does with either answer is tried there in the gallery.
describe.runIf(engines.includes('firefox'))('The switch for every site on the first-run page, firefox,', () => {
  it('asks the browser, says where leave was refused, and gives and takes it', async () => {
    const site = await startSite();
    const browser = await launchBrowser('firefox', { proxyPort: site.proxyPort, keepsWelcome: true });
    try {
      const page = await eventually('The first-run page', async () => (await browser.extensionPages('src/welcome/'))[0]);
      const isOn = () => page.evaluate<boolean>(`() => document.querySelector('#every-site').checked`);
      const hasLeave = () => browser.api<boolean>('permissions.contains', { origins: ['*://*/*'] });
      await pressControl(page, /watch every site/);
      await browser.answerLeave(false);
      await eventually('A word about the refusal', () => page.evaluate<boolean>(`() => document.querySelector('.every-site [role=alert]').textContent.length > 10`));
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
});
