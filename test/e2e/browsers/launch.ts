// The one door to the browsers: by engine name, with the build that belongs to it.
import { fileURLToPath } from 'node:url';
import type { Browser, Engine, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

const builds: Record<Engine, string> = {
  chromium: fileURLToPath(new URL('../../../dist/chrome', import.meta.url)),
  firefox: fileURLToPath(new URL('../../../dist/firefox', import.meta.url)),
};

export function launchBrowser(engine: Engine, options: Omit<LaunchOptions, 'extension'> & { readonly extension?: string }): Promise<Browser> {
  const complete = { extension: builds[engine], ...options };
  return engine === 'chromium' ? launchChromium(complete) : launchFirefox(complete);
}
