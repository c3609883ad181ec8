// A browser with a fresh installation for a set of tests. The one before is lent again, with the extension
// installed anew: tests of one process share it, and a new one takes long to start.
import { closeWelcome, defaultBuilds, launchBrowser } from './browsers/launch.ts';
import type { Browser, Engine } from './browsers/browser.ts';
import { startSite, type HostHandler, type Site } from './servers/site.ts';

export interface Lent {
  readonly browser: Browser;
  readonly site: Site;
  /** To be called after the last use. */
  giveBack(): Promise<void>;
}

interface Wanted {
  readonly hosts: Readonly<Record<string, HostHandler>>;
  /** Folder of another build than the default one. */
  readonly extension: string | undefined;
}

const idle = new Map<Engine, { readonly browser: Browser; readonly site: Site }>();

async function lendAgain(engine: Engine, { hosts, extension }: Wanted): Promise<Browser | null> {
  const before = idle.get(engine);
  if (!before) return null;
  const { browser, site } = before;
  try {
    if (browser.reuse) {
      await browser.reuse.reinstall(extension ?? defaultBuilds[engine]);
      site.serve(hosts);
      await closeWelcome(browser);
      return browser;
    }
  } catch (cause) {
    console.error(`The ${engine} of the tests before can’t be used again:`, cause);
  }
  idle.delete(engine);
  await browser.close().catch(() => undefined);
  await site.close();
  return null;
}

export async function freshBrowser(engine: Engine, wanted: Wanted): Promise<Lent> {
  const again = await lendAgain(engine, wanted);
  const kept = idle.get(engine);
  if (again && kept) return { ...kept, giveBack: async () => undefined };
  const { hosts, extension } = wanted;
  const site = await startSite(hosts);
  const own = extension === undefined ? {} : { extension };
  const browser = await launchBrowser(engine, {
    proxyPort: site.proxyPort,
    isLent: true,
    ...own,
  });
  const { reuse } = browser;
  if (reuse) {
    idle.set(engine, { browser, site });
    // The process ends without a word to its tests.
    process.once('exit', () => reuse.end());
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit());
    return { browser, site, giveBack: async () => undefined };
  }
  return {
    browser,
    site,
    async giveBack() {
      await browser.close();
      await site.close();
    },
  };
}
