// Browsers stop the background worker whenever they like. Each flow begins without one, and loses one in its middle.
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { eventually } from '../../harness/eventually.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { noticeGone, noticeIn, pressInNotice, shownNotice } from '../../harness/pages/notice.ts';
import { pressControl, showsText } from '../../harness/pages/own-page.ts';
import { askedAbout, downloadsOf, questionPath } from '../../harness/pages/question.ts';
import {
  feedHost,
  nextAdvisory,
  pinnedBuild,
  pinnedKeys,
  publish,
} from '../../harness/builds/pinned-build.ts';
import { createFeed } from '../../harness/servers/feed.ts';
import type { HostHandler } from '../../harness/servers/site.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';

const keys = pinnedKeys;
const feed = createFeed();
const fileName = 'kis15.0.1.415en_6872.exe';

const slowHost = 'slow.kaspersky.com';
const slowPage = `http://${slowHost}/downloads/standard`;
const unlistedHost = 'slow.example.org';
let answeredAt = 0;

/** Longer than a worker takes to start. */
const answerLate: HostHandler = (_, response) =>
  void setTimeout(() => {
    answeredAt = Date.now();
    response
      .writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' })
      .end('<!doctype html><title>Download</title><p>Buy now');
  }, 2000);

inEachBrowser(
  'With the background worker asleep,',
  (stage) => {
    const open = (url: string) => stage().open(url);
    const asleep = async () => stage().browser.stopWorker();
    const badgeSays = (page: PageHandle, wanted: string) =>
      eventually(
        `The badge "${wanted}"`,
        async () => (await badgeOf(stage().browser, page)).text === wanted,
      );

    afterEach(async () => {
      for (const page of await stage().browser.extensionPages(questionPath)) await page.close();
    });

    it('a page that is visited is warned about, and says so in the toolbar', async () => {
      await asleep();
      const page = await open(demoPages.listing.url);
      await shownNotice(page);
      await badgeSays(page, '!');
    });

    it('it is awake by the time a slow server answers', async () => {
      await asleep();
      const { browser } = stage();
      const page = await open(slowPage);
      await shownNotice(page);
      expect(answeredAt).toBeGreaterThan(0);
      expect(await browser.workerStartedAt()).toBeLessThan(answeredAt);
    });

    it('a slow server that no list names does not wake it', async () => {
      await asleep();
      const page = await open(`http://${unlistedHost}/`);
      const unlistedAt = answeredAt;
      await page.goto(slowPage);
      await shownNotice(page);
      expect(await stage().browser.workerStartedAt()).toBeGreaterThan(unlistedAt);
    });

    it('a page that changes its address is judged anew', async () => {
      const page = await open(demoPages.otherListing.url);
      await badgeSays(page, '');
      await asleep();
      await page.evaluate(`() => document.querySelector('[data-app="com.kms.free"]').click()`);
      await shownNotice(page);
      await badgeSays(page, '!');
    });

    it('a snooze is stored before the notice goes, and counts for the next visit', async () => {
      const page = await open(demoPages.portal.url);
      await shownNotice(page);
      await asleep();
      await pressInNotice(page, /hide for 30 days/i);
      await noticeGone(page);
      const { snoozes } = await stage().browser.api<{ snoozes?: readonly { site?: string }[] }>(
        'storage.local.get',
        'snoozes',
      );
      expect(JSON.stringify(snoozes)).toContain('softpedia.com');
      await asleep();
      const again = await open(demoPages.portal.url);
      await badgeSays(again, '!');
      expect(await noticeIn(again)).toBeNull();
    });

    // Chromium tells of a download twice, as it begins and with its name, and either would do; that no listener comes late, for either,
    // is in worker/start/first-turn.test.ts.
    it('a download is held and asked about, and its answer, after another sleep, is carried out', async () => {
      const { browser } = stage();
      const found = () => downloadsOf(browser, demoFiles.slow);
      const page = await open(demoPages.unrelated.url);
      await asleep();
      await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
      const question = await askedAbout(browser, fileName);
      await eventually('The hold', async () =>
        (await found()).some((download) => download.paused || download.state === 'interrupted'),
      );
      await asleep();
      await pressControl(question, /cancel/);
      await showsText(question, /cancel/i);
      await eventually('The end of the download', async () =>
        (await found()).every((download) => download.state === 'interrupted' && !download.paused),
      );
      await browser.api('downloads.erase', {});
    });

    it('the popup opens with its verdict', async () => {
      const page = await open(demoPages.vendor.url);
      await asleep();
      const popup = await stage().browser.clickIcon(page);
      await eventually('The verdict', async () =>
        /www\.kaspersky\.com/.test(await popup.evaluate<string>('() => document.body.textContent')),
      );
    });

    it('a setting is saved and counts at once', async () => {
      const { browser, openOwn } = stage();
      const options = await openOwn('src/pages/options/index.html');
      await showsText(options, /check now/i);
      await asleep();
      await browser.api('runtime.sendMessage', {
        name: 'change-setting',
        request: { name: 'snoozeDays', value: 7 },
      });
      await asleep();
      const page = await open(demoPages.vendorDownload.url);
      const notice = await shownNotice(page);
      expect(notice.buttons.map(({ label }) => label).join()).toMatch(/hide for 7 days/i);
    });

    it('an update that lost its worker while the feed was silent is made up for by the next alarm', async () => {
      const { browser } = stage();
      let isAsked = false;
      feed.put('/advisory/root/2.json', () => void (isAsked = true));
      void browser
        .api('runtime.sendMessage', { name: 'check-feeds', request: {} })
        .catch(() => undefined); // Nobody is left to reply.
      await eventually('The request', async () => isAsked);
      await asleep();
      const alarm = await browser.api<{ scheduledTime: number } | null>('alarms.get', 'feed-check');
      expect(alarm?.scheduledTime).toBeLessThanOrEqual(Date.now() + 30 * 60_000);

      feed.clear();
      // Above the version in the package.
      await publish(feed, nextAdvisory(3), keys);
      const { advisoryFeed } = await browser.api<{ advisoryFeed: object }>(
        'storage.local.get',
        'advisoryFeed',
      );
      await browser.api('storage.local.set', {
        advisoryFeed: { ...advisoryFeed, nextCheckAt: Date.now() - 1000 },
      });
      await browser.api('alarms.create', 'feed-check', { when: Date.now() + 500 });
      await eventually(
        'The update',
        async () => {
          const { advisory } = await browser.api<{ advisory?: { accepted?: { version: number } } }>(
            'storage.local.get',
            'advisory',
          );
          return advisory?.accepted?.version === 3;
        },
        60_000,
      );
    });
  },
  {
    hosts: { [feedHost]: feed.handle, [slowHost]: answerLate, [unlistedHost]: answerLate },
    build: (engine) => (feed.clear(), pinnedBuild(engine)),
  },
);

onEachComputer(
  'With the background worker asleep,',
  () => ({ orders: { mode: 'warn' } }),
  (computer) => {
    it('a policy that changes wakes it, and takes effect: in a page that is open, and on a download', async ({
      skip,
    }) => {
      const { browser, engine, order } = computer();
      skip(engine === 'firefox', 'It tells of a policy when it starts, and not again.');
      const listing = await browser.openPage(demoPages.listing.url);
      await shownNotice(listing);
      await browser.stopWorker();
      await order({ mode: 'inform' });
      await noticeGone(listing);

      const page = await browser.openPage(demoPages.unrelated.url);
      await browser.stopWorker();
      await order({ extraRules: ['product-download file:notes-*.zip'] });
      await page.evaluate('(file) => { location.href = file; }', demoFiles.harmless);
      const question = await askedAbout(browser, 'notes-1.2.zip');
      await pressControl(question, /cancel/);
      for (const opened of [question, page, listing]) await opened.close();
    });
  },
);
