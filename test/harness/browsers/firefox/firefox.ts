// Drives Firefox through Marionette, which can reach the extension's pages. The add-on is installed
// permanently from a file, so that it survives a restart; only ESR and Developer Edition accept an
// unsigned one.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFiles, zip } from '../../../../tools/release/archive.ts';
import {
  environmentOf,
  type Browser,
  type LaunchOptions,
  type PageHandle,
  type View,
} from '../browser.ts';
import { addOnId } from '../built-manifest.ts';
import { executable } from '../executable.ts';
import {
  answerLeave,
  checkForUpdates,
  forgetDownloads,
  hasStarted,
  isInstalled,
  nameOrigin,
  setEverySite,
  until,
} from './firefox-add-on.ts';
import { FirefoxPage } from './firefox-page.ts';
import { FirefoxPopup } from './firefox-popup.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { Marionette } from './marionette.ts';
import { withPrivateEtc } from '../private-etc.ts';

/** Any document of the extension's origin can call its API; this one runs none of our scripts. */
const apiPath = '/manifest.json';

/** Where Firefox on Linux reads policies.json, whoever packaged it. */
const policyPlace = '/etc/firefox/policies';

interface Running {
  readonly process: ChildProcess;
  readonly driver: Marionette;
}

async function start(
  profile: string,
  options: LaunchOptions,
  firstPage?: string,
): Promise<Running> {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const args = [
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile,
    '--width',
    '1280',
    '--height',
    '900',
  ];
  if (!options.headed) args.push('--headless');
  if (firstPage !== undefined) args.push(firstPage);
  const command = [executable('firefox'), ...args];
  const [program = '', parameters] =
    options.policies === undefined
      ? [command[0], command.slice(1)]
      : withPrivateEtc(policyPlace, options.policies, command);
  const process_ = spawn(program, parameters, {
    stdio: 'ignore',
    env: { ...environmentOf(options), MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const driver = await until('The start of Firefox', async () => {
    if (process_.exitCode !== null)
      throw new Error(`Firefox ended with code ${process_.exitCode}.`);
    if (!existsSync(portFile)) return undefined;
    return Marionette.connect(Number(readFileSync(portFile, 'utf8'))).catch(() => undefined);
  });
  await driver.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  return { process: process_, driver };
}

/** Makes Firefox quit as from its menu, so that it saves everything, and waits for its end. */
async function quit({ process: process_, driver }: Running): Promise<void> {
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  await driver.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined); // The connection may close before the reply.
  const timer = setTimeout(() => process_.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
  driver.close();
}

function packed(folder: string, profile: string, name = 'extension-under-test'): string {
  const path = join(profile, `${name}.xpi`);
  writeFileSync(path, zip(folderFiles(folder)));
  return path;
}

export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'advisory-firefox-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const id = addOnId(options.extension);
  let origin = '';
  /**
   * Draws the origin of the next installation; without this the browser would draw one that nobody
   * knows.
   */
  const drawOrigin = () => {
    const uuids = { [id]: randomUUID() };
    origin = `moz-extension://${uuids[id] ?? ''}`;
    const preferences = { proxyPort: options.proxyPort, downloads, uuids };
    writeFileSync(join(profile, 'user.js'), firefoxPreferences(preferences));
    return uuids;
  };
  drawOrigin();
  let running = await start(profile, options);
  if (options.policies === undefined)
    await running.driver.send('Addon:Install', {
      path: packed(options.extension, profile),
      temporary: false,
    });
  for (const [index, folder] of (options.neighbors ?? []).entries())
    await running.driver.send('Addon:Install', {
      path: packed(folder, profile, `neighbor-${String(index)}`),
      temporary: false,
    });
  let apiPage: FirefoxPage | null = null;

  /**
   * A policy-installed add-on arrives some time after the start; opening its pages before would
   * hang.
   */
  const arrived = () =>
    until('The arrival of the add-on', async () => (await hasStarted(inChrome, id)) || undefined);

  async function newTab(): Promise<string> {
    await running.driver.send('Marionette:SetContext', { value: 'content' });
    return (
      await running.driver.send<{ handle: string }>('WebDriver:NewWindow', {
        type: 'tab',
        focus: false,
      })
    ).handle;
  }

  /** The driver must be in an existing tab: the one before may be gone. */
  async function leaveOneTab(): Promise<void> {
    await running.driver.send('Marionette:SetContext', { value: 'content' });
    const handles = await running.driver.send<string[]>('WebDriver:GetWindowHandles');
    await running.driver.send('WebDriver:SwitchToWindow', { handle: handles[0] });
    const blank = await newTab();
    for (const handle of handles) await new FirefoxPage(running.driver, handle, null).close();
    await running.driver.send('WebDriver:SwitchToWindow', { handle: blank });
  }

  async function inChrome<Result>(script: string, ...args: unknown[]): Promise<Result> {
    await running.driver.send('Marionette:SetContext', { value: 'chrome' });
    return running.driver.value<Result>('WebDriver:ExecuteScript', {
      script: `return (async function () { ${script} }).apply(null, arguments);`,
      args,
    });
  }

  async function api<Result>(method: string, ...args: unknown[]): Promise<Result> {
    if (!apiPage) {
      apiPage = new FirefoxPage(running.driver, await newTab(), null);
      await apiPage.goto(origin + apiPath);
    }
    const json = await apiPage.evaluate<string>(
      `(method, args) => {
        const path = method.split('.');
        const name = path.pop();
        const owner = path.reduce((object, key) => object[key], browser);
        return owner[name](...JSON.parse(args)).then((result) => JSON.stringify(result === undefined ? null : result));
      }`,
      method,
      JSON.stringify(args),
    );
    return JSON.parse(json) as Result;
  }

  async function openTab(url: string): Promise<PageHandle> {
    const before = new Set((await api<{ id: number }[]>('tabs.query', {})).map((tab) => tab.id));
    const handle = await newTab();
    const opened = (await api<{ id: number }[]>('tabs.query', {})).find(
      (tab) => !before.has(tab.id),
    );
    const page = new FirefoxPage(running.driver, handle, opened?.id ?? null);
    await page.toFront();
    await page.goto(url);
    return page;
  }

  async function clickIcon(page: PageHandle): Promise<View> {
    await page.toFront();
    const popup = new FirefoxPopup(inChrome);
    await popup.open(id);
    return popup;
  }

  async function pagesAt(url: string): Promise<PageHandle[]> {
    await running.driver.send('Marionette:SetContext', { value: 'content' });
    const pages: PageHandle[] = [];
    for (const handle of await running.driver.send<string[]>('WebDriver:GetWindowHandles')) {
      const page = new FirefoxPage(running.driver, handle, null);
      if ((await page.url()).startsWith(url)) pages.push(page);
    }
    return pages;
  }

  await arrived();
  return {
    engine: 'firefox',
    get extensionOrigin() {
      return origin;
    },
    openPage: openTab,
    openExtensionPage: (path) => openTab(`${origin}/${path}`),
    pagesAt,
    extensionPages: (path) => pagesAt(`${origin}/${path}`),
    clickIcon,
    api,
    setEverySite: (isAllowed) => setEverySite(inChrome, id, isAllowed),
    answerLeave: (isGiven) => answerLeave(inChrome, isGiven),
    giveBefore: () => Promise.resolve(),
    async trust(authority) {
      await inChrome(
        `Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64(arguments[0], 'CT,,');`,
        authority.replace(/-----[A-Z ]+-----|\s/g, ''),
      );
    },
    isInstalled: () => isInstalled(inChrome, id),
    checkForUpdates: () => checkForUpdates(inChrome, id),
    pressNotification: () =>
      Promise.reject(new Error('Headless Firefox shows no notification that could be pressed.')),
    async workerStartedAt() {
      await api('tabs.query', {});
      // Firefox loads the code while still busy starting.
      return (
        apiPage?.evaluate<number>(
          '() => browser.extension.getBackgroundPage().performance.timing.domContentLoadedEventStart',
        ) ?? Number.NaN
      );
    },
    async stopWorker() {
      await inChrome(
        `return WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground({ ignoreDevToolsAttached: true });`,
        id,
      );
    },
    async restart(firstPage) {
      apiPage = null;
      await quit(running);
      running = await start(profile, options, firstPage);
    },
    async restartAfter(change) {
      apiPage = null;
      await quit(running);
      const stores = join(profile, 'storage', 'default');
      const own = `moz-extension+++${new URL(origin).host}^userContextId=4294967295`;
      change({ folder: profile, store: join(stores, own, 'idb') });
      running = await start(profile, options);
    },
    async kill() {
      apiPage = null;
      const ended = new Promise((resolve) => running.process.once('exit', resolve));
      running.process.kill('SIGKILL');
      await ended;
      running.driver.close();
      running = await start(profile, options);
    },
    async upgrade(folder) {
      apiPage = null;
      // The extension's tabs close with the old version, and the driver must not be in one of them.
      await running.driver.send('WebDriver:SwitchToWindow', { handle: await newTab() });
      await running.driver.send('Addon:Install', {
        path: packed(folder, profile),
        temporary: false,
      });
    },
    reuse: {
      async reinstall(folder) {
        apiPage = null;
        await leaveOneTab();
        await forgetDownloads(inChrome);
        // A file of the same name would be given another one.
        for (const name of readdirSync(downloads))
          rmSync(join(downloads, name), { recursive: true, force: true });
        await running.driver.send('Addon:Uninstall', { id });
        await nameOrigin(inChrome, drawOrigin());
        const path = packed(folder, profile);
        await running.driver.send('Addon:Install', { path, temporary: false });
        await arrived();
      },
      end() {
        running.process.kill('SIGKILL');
        rmSync(profile, { recursive: true, force: true });
      },
    },
    closed: () => new Promise((resolve) => running.process.once('exit', () => resolve())),
    async close() {
      await quit(running);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
