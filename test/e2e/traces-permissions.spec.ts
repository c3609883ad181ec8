// Looking for traces where the browser's leave is refused, or taken back in the middle, and where
// worker and browser end between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../harness/browsers/browser.ts';
import { launchBrowser } from '../harness/browsers/launch.ts';
import { engines } from '../harness/engines.ts';
import { eventually } from '../harness/eventually.ts';
import { noticeIn } from '../harness/pages/notice.ts';
import { pressControl, showsText } from '../harness/pages/own-page.ts';
import { startSite, type Site } from '../harness/servers/site.ts';
import { demoPages } from '../harness/site/routes.ts';
import {
  answeringScanner,
  ownPrefix,
  pageHandler,
  scanner,
  styleTag,
} from '../harness/traces/stand-ins.ts';
import { asked, found, rest, tracesSeen, watch } from '../harness/traces/watching.ts';

const settledMs = 1_200;
const options = 'src/pages/options/index.html';
const addresses = ['https://live.example/', 'https://later.example/'] as const;

describe.each(engines)('Leave to look for traces, %s,', (engine) => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    const own = scanner(ownPrefix[engine]);
    site = await startSite({
      [new URL(own).hostname]: answeringScanner,
      ...Object.fromEntries(
        addresses.map((url) => [new URL(url).hostname, pageHandler({ head: styleTag(own, url) })]),
      ),
    });
    browser = await launchBrowser(engine, { proxyPort: site.proxyPort });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const visit = async (url: string) => {
    const page = await browser.openPage(url);
    await rest(settledMs);
    await page.close();
  };
  /** The known state of each trace, without the words for its day. */
  const facts = async () =>
    (await tracesSeen(browser)).findings.map(({ id, sureness, lastSeen }) => ({
      id,
      sureness,
      lastSeen,
    }));

  // Chromium's own question can't be answered from outside.
  it.runIf(engine === 'firefox')('that is refused is said, and nothing is looked at', async () => {
    const page = await browser.openExtensionPage(options);
    await pressControl(page, /^Look now/);
    await browser.answerLeave(false);
    await showsText(page, /The browser didn’t allow it/);
    expect(await browser.api('permissions.contains', asked)).toBe(false);
    await page.close();
    await visit(addresses[0]);
    expect(await found(browser)).toEqual([]);
    expect((await tracesSeen(browser)).watched).toEqual([]);
  });

  it('that is given has the trace found', async () => {
    await watch(browser);
    await browser.stopWorker();
    const page = await browser.openPage(addresses[0]);
    await eventually('The trace', async () => (await found(browser)).includes('injected-tags'));
    await page.close();
  });

  it('that outlives worker and browser keeps what was found, once', async () => {
    const before = await facts();
    await browser.stopWorker();
    expect(await facts()).toEqual(before);
    await browser.restart();
    expect(await facts()).toEqual(before);
    expect((await tracesSeen(browser)).missing).toEqual([]);
  });

  it('that is taken back in the middle is said; what was found stays, and no more comes', async () => {
    const page = await browser.openExtensionPage(options);
    const before = await facts();
    await browser.api('permissions.remove', asked);
    await showsText(page, /Not watched because the browser doesn’t allow it/);
    const { missing, areas } = await tracesSeen(browser);
    expect(missing).toEqual(areas.map(({ id }) => id));
    await page.close();
    await visit(addresses[1]);
    expect(await facts()).toEqual(before);
  });

  it('leaves the warnings on listed sites as they were', async () => {
    const page = await browser.openPage(demoPages.vendorDownload.url);
    await eventually('The notice', async () => (await noticeIn(page)) !== null);
    await page.close();
  });

  it('is asked for again by the switch, and the watch goes on', async () => {
    await browser.giveBefore(asked);
    const page = await browser.openExtensionPage(options);
    await pressControl(page, /^Keep watching/);
    await eventually('The end of the watch', async () => {
      const { watched, missing } = await tracesSeen(browser);
      return watched.length + missing.length === 0;
    });
    await page.close();
    await watch(browser);
    await browser.stopWorker();
    await browser.api('runtime.sendMessage', { name: 'forget-traces', request: {} });
    expect(await found(browser)).toEqual([]);
    await visit(addresses[1]);
    await eventually('The trace', async () => (await found(browser)).includes('injected-tags'));
  });
});
