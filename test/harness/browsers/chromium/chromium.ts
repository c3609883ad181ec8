// Drives Chromium through its protocol over a pipe. The extension is on the command line, so that
// it starts with the browser like an installed one.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser as Puppeteer, type Page, launch } from 'puppeteer-core';
import {
  environmentOf,
  type Browser,
  type GivenBefore,
  type LaunchOptions,
  type PageHandle,
  type View,
} from '../browser.ts';
import { ChromiumPage } from './chromium-page.ts';
import { executable } from '../executable.ts';
import { popupPath } from '../built-manifest.ts';
import { startManagedChromium } from './managed-chromium.ts';

// Any document of the extension's origin can call its API; this one runs none of our scripts and
// isn't one of our pages.
const apiPath = '/manifest.json';

function newProfile(): { profile: string; downloads: string } {
  const profile = mkdtempSync(join(tmpdir(), 'advisory-chromium-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  mkdirSync(downloads);
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    safebrowsing: { enabled: false },
    intl: { accept_languages: 'en-US,en' },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return { profile, downloads };
}

/** An extension that the command line loads can't be taken off again. */
function onCommandLine({ isLent, extension, neighbors = [] }: LaunchOptions): string[] {
  const loaded = [...(isLent ? [] : [extension]), ...neighbors];
  return loaded.length > 0 ? [`--load-extension=${loaded.join(',')}`] : [];
}

/**
 * A process kept ready for the next page is a sixth of all the work of the journeys. Where pages are loaded ahead it
 * has to be there: without it the one under the pointer never comes.
 */
const withoutFeatures = ({ isLent }: LaunchOptions): readonly string[] => [
  'DisableLoadExtensionCommandLineSwitch',
  ...(isLent ? ['SpareRendererForSitePerProcess'] : []),
];

function start(
  profile: string,
  options: LaunchOptions,
  firstPage = 'about:blank',
): Promise<Puppeteer> {
  const args = [
    '--no-sandbox',
    '--disable-quic',
    '--disable-ipc-flooding-protection',
    '--disable-component-update',
    '--ignore-certificate-errors',
    // Debian's Chromium has a processor draw as if it were a graphics card, which takes a tenth more.
    '--disable-gpu',
    '--lang=en-US',
    '--window-size=1280,800',
    `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
  ];
  if (options.policies !== undefined)
    return startManagedChromium(profile, options.policies, [...args, firstPage]);
  return launch({
    executablePath: executable('chromium'),
    headless: options.headed !== true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    env: environmentOf(options),
    args: [
      ...args,
      ...onCommandLine(options),
      `--disable-features=${withoutFeatures(options).join(',')}`,
      '--enable-unsafe-extension-debugging',
    ],
  });
}

/** As a program does that has an extension of its own. */
function registerPrograms(profile: string, names: readonly string[]): void {
  const folder = join(profile, 'NativeMessagingHosts');
  mkdirSync(folder);
  for (const name of names) {
    const program = {
      name,
      description: 'A stand-in',
      path: '/bin/false',
      type: 'stdio',
      allowed_origins: ['chrome-extension://ahkjpbeeocnddjkakilopmfdlnjdpcdm/'],
    };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(program));
  }
}

interface ProfilePreferences {
  readonly extensions: {
    readonly settings: Record<string, { runtime_granted_permissions?: object }>;
  };
}

/** Writes into a closed browser's profile what a person gave once. */
function writeGivenBefore(
  profile: string,
  id: string,
  { permissions, origins }: GivenBefore,
): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as ProfilePreferences;
  const own = preferences.extensions.settings[id];
  if (!own) throw new Error('The profile knows no such extension.');
  own.runtime_granted_permissions = {
    api: permissions,
    explicit_host: origins,
    manifest_permissions: [],
    scriptable_host: [],
  };
  writeFileSync(file, JSON.stringify(preferences));
}

/**
 * The extension's origin, taken from its worker, which is the only one: component extensions have
 * none.
 */
async function originOf(browser: Puppeteer): Promise<string> {
  const worker = await browser.waitForTarget(
    (target) =>
      target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
  );
  return `chrome-extension://${new URL(worker.url()).host}`;
}

export async function launchChromium(given: LaunchOptions): Promise<Browser> {
  const { profile, downloads } = newProfile();
  registerPrograms(profile, given.registeredPrograms ?? []);
  let options = given;
  let browser = await start(profile, options);
  let origin = given.isLent ? await install(given.extension) : await originOf(browser);
  let apiPage: Page | null = null;

  async function install(extension: string): Promise<string> {
    return `chrome-extension://${await browser.installExtension(extension)}`;
  }

  async function api<Result>(method: string, ...args: unknown[]): Promise<Result> {
    if (!apiPage || apiPage.isClosed()) {
      apiPage = await browser.newPage({ background: true });
      await apiPage.goto(origin + apiPath);
    }
    return (await apiPage.evaluate(
      `(async (args) => { const [area, name] = ${JSON.stringify(method.split(/\.(?=[^.]+$)/))}; const owner = area.split('.').reduce((object, key) => object[key], chrome); return owner[name](...args); })(${JSON.stringify(args)})`,
    )) as Result;
  }

  async function openTab(url: string): Promise<PageHandle> {
    const before = new Set((await api<{ id: number }[]>('tabs.query', {})).map((tab) => tab.id));
    const page = await browser.newPage();
    const opened = (await api<{ id: number }[]>('tabs.query', {})).find(
      (tab) => !before.has(tab.id),
    );
    const handle = new ChromiumPage(page, opened?.id ?? null);
    await handle.goto(url);
    return handle;
  }

  async function clickIcon(page: PageHandle): Promise<View> {
    if (!(page instanceof ChromiumPage)) throw new Error('This page belongs to another browser.');
    await page.toFront();
    const isPopup = (target: { type(): string; url(): string }) =>
      target.type() === 'page' && target.url() === `${origin}/${popupPath(options.extension)}`;
    const opened = browser.waitForTarget(isPopup);
    const extension = (await browser.extensions()).get(new URL(origin).host);
    await extension?.triggerAction(page.page);
    // Over a page that a policy withholds, the automation presses nothing.
    const late = setTimeout(() => void api('action.openPopup').catch(() => undefined), 5000);
    opened.finally(() => clearTimeout(late)).catch(() => undefined);
    const popup = await (await opened).asPage();
    await popup.waitForFunction('document.readyState === "complete"');
    return new ChromiumPage(popup, null);
  }

  async function pagesAt(url: string): Promise<PageHandle[]> {
    return (await browser.pages())
      .filter((page) => page.url().startsWith(url))
      .map((page) => new ChromiumPage(page, null));
  }

  async function stopWorker(): Promise<void> {
    const isOurs = (target: { type(): string; url(): string }) =>
      target.type() === 'service_worker' && target.url().startsWith(origin);
    const deadline = Date.now() + 10_000;
    // A page that is still loading may wake it again at once.
    for (
      let target = browser.targets().find(isOurs);
      target;
      target = browser.targets().find(isOurs)
    ) {
      if (Date.now() > deadline) throw new Error('The background worker did not stop.');
      // It may disappear between being found and being closed.
      await target
        .worker()
        .then((worker) => worker?.close())
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function forgetDownloads(): Promise<void> {
    const running = await api<{ id: number }[]>('downloads.search', { state: 'in_progress' });
    for (const { id } of running) await api('downloads.cancel', id);
    await api('downloads.erase', {});
    // A file of the same name would be given another one.
    for (const name of readdirSync(downloads))
      rmSync(join(downloads, name), { recursive: true, force: true });
  }

  async function leaveOneTab(): Promise<void> {
    const pages = await browser.pages();
    const last = await browser.newPage();
    for (const page of pages) await page.close().catch(() => undefined);
    await last.goto('about:blank');
    apiPage = null;
  }

  async function reinstall(extension: string): Promise<void> {
    await forgetDownloads();
    await leaveOneTab();
    await browser.uninstallExtension(new URL(origin).host);
    options = { ...options, extension };
    origin = await install(extension);
  }

  /** With the extension on the command line, since one installed while running is off after a restart. */
  function startAgain(firstPage?: string): Promise<Puppeteer> {
    options = { ...options, isLent: false };
    return start(profile, options, firstPage);
  }

  /** At once: the process of the tests ends. */
  function end(): void {
    browser.process()?.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  return {
    engine: 'chromium',
    get extensionOrigin() {
      return origin;
    },
    openPage: openTab,
    openExtensionPage: (path) => openTab(`${origin}/${path}`),
    pagesAt,
    extensionPages: (path) => pagesAt(`${origin}/${path}`),
    clickIcon,
    api,
    stopWorker,
    async workerStartedAt() {
      const target = await browser.waitForTarget(
        (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(origin),
      );
      return Number(await (await target.worker())?.evaluate('performance.timeOrigin'));
    },
    async pressNotification(id, part) {
      const target = await browser.waitForTarget(
        (one) => one.type() === 'service_worker' && one.url().startsWith(origin),
      );
      const worker = await target.worker();
      await worker?.evaluate(
        part === 'body'
          ? `chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`
          : `chrome.notifications.onButtonClicked.dispatch(${JSON.stringify(id)}, 0)`,
      );
    },
    async setEverySite(isAllowed) {
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions/');
      const change = JSON.stringify({
        extensionId: new URL(origin).host,
        hostAccess: isAllowed ? 'ON_ALL_SITES' : 'ON_SPECIFIC_SITES',
      });
      await settings.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
      await settings.close();
    },
    answerLeave: () =>
      Promise.reject(new Error('Chromium’s question for a leave can’t be answered from outside.')),
    async giveBefore(given) {
      apiPage = null;
      await browser.close();
      writeGivenBefore(profile, new URL(origin).host, given);
      browser = await startAgain();
      await originOf(browser);
    },
    trust: () => Promise.reject(new Error('Chromium’s own store of authorities is not used here.')),
    async isInstalled() {
      const page = await browser.newPage({ background: true });
      const isThere = await page.goto(origin + apiPath).then(
        () => true,
        () => false,
      );
      // An extension that goes takes its pages with it, perhaps this one.
      await page.close().catch(() => undefined);
      return isThere;
    },
    async checkForUpdates() {
      // With the API page open, the extension isn't idle, so the update waits for the next start.
      await api('runtime.getManifest');
      await apiPage?.evaluate(
        'new Promise((resolve) => { chrome.runtime.onUpdateAvailable.addListener(resolve); chrome.runtime.requestUpdateCheck(); })',
      );
    },
    async restart(firstPage) {
      apiPage = null;
      await browser.close();
      browser = await startAgain(firstPage);
      await originOf(browser);
    },
    async restartAfter(change) {
      apiPage = null;
      await browser.close();
      const store = join(profile, 'Default', 'Local Extension Settings', new URL(origin).host);
      change({ folder: profile, store });
      browser = await startAgain();
      await originOf(browser);
    },
    async kill() {
      apiPage = null;
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;
      rmSync(join(profile, 'SingletonLock'), { force: true });
      browser = await startAgain();
      await originOf(browser);
    },
    async upgrade(folder) {
      apiPage = null;
      await browser.close();
      rmSync(options.extension, { recursive: true });
      cpSync(folder, options.extension, { recursive: true });
      browser = await startAgain();
      await originOf(browser);
    },
    get reuse() {
      return options.isLent ? { reinstall, end } : undefined;
    },
    closed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
