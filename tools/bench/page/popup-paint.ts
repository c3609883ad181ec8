// How soon the popup paints, beside a page of the same extension with the same words and no script.
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Target } from 'puppeteer-core';
import { median } from '../row.ts';

const popupPath = 'src/pages/popup/index.html';
const stillPath = 'src/pages/popup/still.html';
/** One of the vendor's sites, classified before the popup opens; served by this computer. */
const site = 'http://www.kaspersky.com/premium';

export interface Painted {
  /** Milliseconds from the popup's start to its first paint. */
  readonly first: number;
  /** To the first paint of text in the visible part. */
  readonly words: number;
  /** Scores of all layout shifts. */
  readonly shifts: readonly number[];
}

export interface PopupPaint {
  readonly still: readonly Painted[];
  readonly awake: readonly Painted[];
  readonly stopped: readonly Painted[];
}

const measure = `new Promise((resolve) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    const words = list.getEntries().find(({ element }) => element?.closest('main .part'));
    if (!words) return;
    // Wait for the worker's answer, which may shift the layout too.
    const whole = () => (document.querySelector('.waiting') ? setTimeout(whole, 20) : requestIdleCallback(() => requestAnimationFrame(() => resolve({ first: performance.getEntriesByName('first-contentful-paint')[0].startTime, words: words.startTime, shifts }))));
    setTimeout(whole, 250);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const withoutScripts = (html: string) =>
  `<!doctype html>${html.replace(/<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '')}`;

async function stopWorker(browser: Browser, origin: string): Promise<void> {
  const isOurs = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith(origin);
  const deadline = Date.now() + 10_000;
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
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Six orders, in turn. */
function turn(name: keyof PopupPaint, round: number): number {
  const place = { still: 0, awake: 1, stopped: 2 }[name];
  return ((round % 2 === 0 ? place : 2 - place) + Math.floor(round / 2)) % 3;
}

/**
 * Opens the popup of `extension`, a Chromium build, `rounds` times in each of three ways, in turns.
 */
export async function measurePopupPaint(
  extension: string,
  rounds: number,
  chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
): Promise<PopupPaint> {
  const folder = mkdtempSync(join(tmpdir(), 'popup-paint-'));
  cpSync(extension, folder, { recursive: true });
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Premium</title><h1>Premium</h1>'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launch({
    executablePath: chromium,
    pipe: true,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      `--load-extension=${folder}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--enable-unsafe-extension-debugging',
      `--proxy-server=http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    ],
  });
  try {
    const worker = await browser.waitForTarget(
      (target) =>
        target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
    );
    const { host } = new URL(worker.url());
    const own = `chrome-extension://${host}`;
    // The first-run page comes to the front by itself, which would close the popup.
    await browser
      .waitForTarget((target) => target.url().includes('/src/pages/welcome/'))
      .then(async (target) => (await target.page())?.close());
    const page = await browser.newPage();
    const control = await browser.newPage();
    await control.goto(`${own}/manifest.json`);
    await page.bringToFront();
    await page.goto(site);
    const judged = `chrome.storage.session.get('glancedPages').then(({ glancedPages = [] }) => glancedPages.length > 0)`;
    while (!(await control.evaluate(judged)))
      await new Promise((resolve) => setTimeout(resolve, 50));

    const open = async (path: string): Promise<Painted & { readonly html: string }> => {
      await control.evaluate(`chrome.action.setPopup({ popup: '${path}' })`);
      await page.bringToFront();
      await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
      const opened = browser.waitForTarget(
        (target) => target.type() === 'page' && target.url() === `${own}/${path}`,
      );
      await (await browser.extensions()).get(host)?.triggerAction(page);
      const popup = await (await opened).asPage();
      const painted = (await popup.evaluate(measure)) as Painted;
      const html = (await popup.evaluate('document.documentElement.outerHTML')) as string;
      await popup.close();
      return { ...painted, html };
    };

    writeFileSync(join(folder, stillPath), withoutScripts((await open(popupPath)).html));
    const times = { still: [] as Painted[], awake: [] as Painted[], stopped: [] as Painted[] };
    // The first round is the browser warming up.
    for (let round = 0; round <= rounds; round += 1) {
      const ways = {
        still: () => open(stillPath),
        awake: () => open(popupPath),
        stopped: () => stopWorker(browser, own).then(() => open(popupPath)),
      };
      // The previous step leaves the browser busy, so vary the order.
      const names = (['still', 'awake', 'stopped'] as const).toSorted(
        (one, other) => turn(one, round) - turn(other, round),
      );
      for (const name of names) {
        const painted = await ways[name]();
        if (round > 0) times[name].push(painted);
      }
    }
    return times;
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const words = (painted: readonly Painted[]) => median(painted.map((one) => one.words));

/** First paint of text, relative to the page without script. */
export function paintRatios({ still, awake, stopped }: PopupPaint): {
  readonly awake: number;
  readonly stopped: number;
} {
  return { awake: words(awake) / words(still), stopped: words(stopped) / words(still) };
}
