// One set of tests for both engines: each gets a fresh profile and the demo site.
import { afterAll, beforeAll, describe } from 'vitest';
import type { Browser, Engine } from './browsers/browser.ts';
import { launchBrowser } from './browsers/launch.ts';
import { startSite, type HostHandler, type Site } from './servers/site.ts';

export interface Stage {
  readonly engine: Engine;
  readonly browser: Browser;
  readonly site: Site;
}

const engines = (process.env.ENGINES ?? 'chromium,firefox').split(',') as Engine[];

/** `stage()` may be called inside tests and hooks only; the browser starts before the first of them. */
export interface Staging {
  /** Hosts that answer for themselves. */
  readonly hosts?: Readonly<Record<string, HostHandler>>;
  /** Makes another build than the default one; its folder. */
  readonly build?: (engine: Engine) => Promise<string>;
}

export function inEachBrowser(subject: string, tests: (stage: () => Stage) => void, { hosts = {}, build }: Staging = {}): void {
  describe.each(engines)(`${subject}, %s`, (engine) => {
    let stage: Stage | null = null;
    beforeAll(async () => {
      const site = await startSite(hosts);
      const own = build ? { extension: await build(engine) } : {};
      stage = { engine, site, browser: await launchBrowser(engine, { proxyPort: site.proxyPort, ...own }) };
    });
    afterAll(async () => {
      await stage?.browser.close();
      await stage?.site.close();
    });
    tests(() => {
      if (!stage) throw new Error('The browser has not started.');
      return stage;
    });
  });
}
