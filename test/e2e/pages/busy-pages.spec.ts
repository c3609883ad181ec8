// Pages that leave the browser no time, or send what a broken-into page could send: the person is told
// all the same, and nothing is filled up.
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { ChromiumPage } from '../../harness/browsers/chromium/chromium-page.ts';
import { eventually } from '../../harness/eventually.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../../harness/pages/notice.ts';
import { askedAbout, questionPath } from '../../harness/pages/question.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';
import { inEachBrowser } from '../../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';

const html = (response: ServerResponse, head: string) =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><title>Home</title>${head}<body><p>Home</p></body></html>`,
    );

/** Urgent tasks without end: whatever is less urgent waits. They end after half a minute. */
const flood = (act = '') =>
  `const busy = () => { ${act} const end = performance.now() + 20; while (performance.now() < end); if (performance.now() < 30000) scheduler.postTask(busy, { priority: 'user-blocking' }); }; busy(); busy(); busy();`;
/** A cover in a tree of the page's own, which nobody finds from outside. */
const shadowCover = `const keeper = document.createElement('div'); document.body.append(keeper); const cover = document.createElement('div'); cover.popover = 'manual'; cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;border:0;background:white'; keeper.attachShadow({ mode: 'closed' }).append(cover); cover.showPopover();`;
const isOnTop = `(x, y) => { const hit = document.elementFromPoint(x, y); return hit?.popover === 'manual' && hit.localName === 'div'; }`;
const later = (what: string) => `<script>setTimeout(() => { ${what} }, 2500);</script>`;

const pages: Readonly<Record<string, string>> = {
  'is busy from its first moment on': `<script>${flood()}</script>`,
  'gets busy once the notice is up, and closes it': later(
    flood(`for (const one of document.querySelectorAll('[popover]')) one.hidePopover();`),
  ),
  'covers it from a tree of its own': later(shadowCover),
};
const hosts = ['de', 'it', 'fr'].map((country) => `www.kaspersky.${country}`);

inEachBrowser(
  'A page that',
  (stage) => {
    /** Null where the page has no time to say. */
    const isSeen = async (page: PageHandle): Promise<boolean | null> => {
      const look = async () => {
        const [button] = (await noticeIn(page))?.buttons ?? [];
        return button !== undefined && (await page.evaluate<boolean>(isOnTop, button.x, button.y));
      };
      const late = new Promise<null>((resolve) => setTimeout(resolve, 700, null));
      return Promise.race([look().catch(() => null), late]);
    };
    const isTold = async (page: PageHandle, isBusy: boolean) => {
      const { browser, engine } = stage();
      if (!isBusy && (await isSeen(page)) === true) return true;
      if ((await badgeOf(browser, page)).text === '') return false;
      // Headless Firefox forgets a notification at once.
      if (engine === 'firefox') return true;
      return Object.keys(await browser.api<object>('notifications.getAll')).includes(
        `page-${String(page.tabId)}`,
      );
    };

    it.each(Object.keys(pages))('%s is told of by badge and notification', async (name) => {
      const { browser } = stage();
      const page = await stage().open('about:blank');
      const url = `https://${hosts[Object.keys(pages).indexOf(name)] ?? ''}/`;
      // A busy page never finishes its loading, for which a driver would wait.
      await browser.api('tabs.update', page.tabId, { url });
      await eventually('The page', async () =>
        stage().site.requests.some((one) => one.includes(url)),
      );
      // By then, those that begin later have begun.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await eventually('The person is told', () => isTold(page, name.includes('busy')), 10_000);
    });

    describe('was broken into', () => {
      it('opens no heap of tabs and fills no store', async ({ skip }) => {
        const { browser, engine } = stage();
        skip(engine === 'firefox', 'Its driver can’t reach our script’s world.');
        const page = await stage().open(demoPages.portal.url);
        await shownNotice(page);
        if (!(page instanceof ChromiumPage)) throw new Error('Chromium has other pages.');
        const session = await page.page.createCDPSession();
        const worlds: number[] = [];
        session.on('Runtime.executionContextCreated', ({ context }) => {
          if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
        });
        await session.send('Runtime.enable');
        const send = (script: string) =>
          session.send('Runtime.evaluate', {
            contextId: worlds[0] ?? 0,
            awaitPromise: true,
            returnByValue: true,
            expression: `(async () => { ${script} })()`,
          });
        await send(
          `for (let turn = 0; turn < 150; turn += 1) await chrome.runtime.sendMessage({ name: 'link-followed', request: { url: ${JSON.stringify(installer)} + '?' + turn + 'x'.repeat(6000) } });`,
        );
        await send(
          `for (let turn = 0; turn < 40; turn += 1) await chrome.runtime.sendMessage({ name: 'open-topic', request: { topic: 'removal' } });`,
        );
        const { questions = [] } = await browser.api<{ questions?: unknown[] }>(
          'storage.local.get',
          'questions',
        );
        expect(questions.length).toBeGreaterThan(0);
        expect(questions.length).toBeLessThanOrEqual(20);
        const own = (await browser.api<{ url?: string }[]>('tabs.query', {})).filter(({ url }) =>
          url?.startsWith(browser.extensionOrigin),
        );
        expect(own.length).toBeLessThanOrEqual(4);
        for (const question of await browser.extensionPages(questionPath)) await question.close();

        // Another site's download is asked about all the same.
        const other = await stage().open(demoPages.unrelated.url);
        await other.evaluate('(file) => { location.href = file; }', demoFiles.slow);
        const question = await askedAbout(browser, 'kis15.0.1.415en_6872.exe');
        await question.close();
      });
    });
  },
  {
    hosts: Object.fromEntries(
      Object.values(pages).map((head, place) => [
        hosts[place] ?? '',
        (_: unknown, response: ServerResponse) => html(response, head),
      ]),
    ),
  },
);
