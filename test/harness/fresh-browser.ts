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

type Kept = Pick<Lent, 'browser' | 'site'>;

const idle = new Map<Engine, Kept>();

async function close(engine: Engine, { browser, site }: Kept): Promise<void> {
  idle.delete(engine);
  await browser.close();
  await site.close();
}

async function lendAgain(engine: Engine, { hosts, extension }: Wanted): Promise<Kept | null> {
  const kept = idle.get(engine);
  const reuse = kept?.browser.reuse;
  if (!kept || !reuse) return null;
  const { browser, site } = kept;
  try {
    await reuse.reinstall(extension ?? defaultBuilds[engine]);
    site.serve(hosts);
    await closeWelcome(browser);
    return kept;
  } catch (cause) {
    console.error(`The ${engine} of the tests before can’t be used again:`, cause);
    await close(engine, kept).catch(() => undefined);
    return null;
  }
}

async function start(engine: Engine, { hosts, extension }: Wanted): Promise<Kept> {
  const site = await startSite(hosts);
  const own = extension === undefined ? {} : { extension };
  const options = { proxyPort: site.proxyPort, isLent: true, ...own };
  const browser = await launchBrowser(engine, options);
  const { reuse } = browser;
  idle.set(engine, { browser, site });
  // The process ends without a word to its tests.
  process.once('exit', () => reuse?.end());
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit());
  return { browser, site };
}

export async function freshBrowser(engine: Engine, wanted: Wanted): Promise<Lent> {
  const kept = (await lendAgain(engine, wanted)) ?? (await start(engine, wanted));
  return {
    ...kept,
    async giveBack() {
      // Its tests may have left it so that it can't be lent again.
      if (!kept.browser.reuse) await close(engine, kept);
    },
  };
}
