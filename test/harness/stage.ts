// One set of tests for both engines: each gets a fresh installation and the demo site.
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Browser, Engine, PageHandle } from './browsers/browser.ts';
import { freshBrowser, type Lent } from './fresh-browser.ts';
import type { HostHandler, Site } from './servers/site.ts';
import { engines } from './engines.ts';

export interface Stage {
  readonly engine: Engine;
  readonly browser: Browser;
  readonly site: Site;
  /** Pages to close when the test ends. */
  readonly opened: PageHandle[];
  /** Opens such a page. */
  readonly open: (url: string) => Promise<PageHandle>;
  /** Opens one of the extension's own pages. */
  readonly openOwn: (path: string) => Promise<PageHandle>;
}

export interface Staging {
  /** Hosts with their own handlers. */
  readonly hosts?: Readonly<Record<string, HostHandler>>;
  /** Makes a different build; returns its folder. */
  readonly build?: (engine: Engine) => Promise<string>;
}

/** Call `stage()` only inside tests and hooks; the browser starts before the first of them. */
export function inEachBrowser(
  subject: string,
  tests: (stage: () => Stage) => void,
  { hosts = {}, build }: Staging = {},
): void {
  describe.each(engines)(`${subject}, %s`, (engine) => {
    let stage: Stage | null = null;
    let lent: Lent | null = null;
    beforeAll(async () => {
      lent = await freshBrowser(engine, { hosts, extension: await build?.(engine) });
      const { browser, site } = lent;
      const opened: PageHandle[] = [];
      const kept = async (opening: Promise<PageHandle>) => {
        const page = await opening;
        opened.push(page);
        return page;
      };
      stage = {
        engine,
        site,
        browser,
        opened,
        open: (url) => kept(browser.openPage(url)),
        openOwn: (path) => kept(browser.openExtensionPage(path)),
      };
    });
    afterEach(async () => {
      for (const page of stage?.opened.splice(0) ?? []) await page.close();
    });
    afterAll(async () => {
      await lent?.giveBack();
    });
    tests(() => {
      if (!stage) throw new Error('The browser has not started.');
      return stage;
    });
  });
}
