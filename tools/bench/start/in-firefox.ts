// One Firefox with one extension: a visit, and a stop of its event page.
import { launchBrowser } from '../../../test/harness/browsers/launch.ts';
import type { NoticeBrowser } from './in-chromium.ts';
import { pause } from './launched.ts';
import { readNoticeAt, site } from './page.ts';

export async function startFirefox(extension: string, proxyPort: number): Promise<NoticeBrowser> {
  const browser = await launchBrowser('firefox', { extension, proxyPort, keepsWelcome: true });
  const page = await browser.openPage('about:blank');
  // The first-run page would wake the event page again and again.
  await pause(3000);
  for (const own of await browser.extensionPages('src/pages/welcome/')) await own.close();

  return {
    async stopWorker(): Promise<void> {
      await browser.stopWorker();
      await pause(300);
    },
    async visit(): Promise<number> {
      await page.goto('about:blank');
      await pause(50);
      await page.goto(site);
      for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
        const at = await page.evaluate<number | null>(readNoticeAt);
        if (at !== null) return at;
      }
      throw new Error('No notice came.');
    },
    close: () => browser.close(),
  };
}
