// Starts a browser by engine name, with the matching build.
import { fileURLToPath } from 'node:url';
import type { Browser, Engine, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium/chromium.ts';
import { launchFirefox } from './firefox/firefox.ts';

export const defaultBuilds: Record<Engine, string> = {
  chromium: fileURLToPath(new URL('../../../dist/chrome', import.meta.url)),
  firefox: fileURLToPath(new URL('../../../dist/firefox', import.meta.url)),
};

/**
 * The page opens by itself when the extension is ready; tests that look for the newest tab must not
 * find it.
 */
export async function closeWelcome(browser: Browser): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (
    (await browser.api<{ welcome?: unknown }>('storage.local.get', 'welcome')).welcome !== 'done'
  ) {
    if (Date.now() > deadline) return; // An administrator's installation shows none.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // The tab opens after the note that it did, and a busy machine takes its time over it.
  for (let look = 0; look < 40; look += 1) {
    const opened = await browser.extensionPages('src/pages/welcome/');
    for (const page of opened) await page.close();
    if (opened.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function launchBrowser(
  engine: Engine,
  options: Omit<LaunchOptions, 'extension'> & { readonly extension?: string },
): Promise<Browser> {
  const complete = { extension: defaultBuilds[engine], ...options };
  const browser = await (engine === 'chromium'
    ? launchChromium(complete)
    : launchFirefox(complete));
  if (!options.keepsWelcome) await closeWelcome(browser);
  return browser;
}
