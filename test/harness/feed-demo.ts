// A local publisher and a demo update: a date moves, a listing and a host are added, and open pages
// follow.
import type { Browser, Engine, View } from './browsers/browser.ts';
import { launchBrowser } from './browsers/launch.ts';
import { eventually } from './eventually.ts';
import { finished } from './pages/finished.ts';
import { noticeIn } from './pages/notice.ts';
import { showsText } from './pages/own-page.ts';
import {
  feedHost,
  nextAdvisory,
  pinnedBuild,
  pinnedKeys,
  publish,
  type RealAdvisory,
} from './builds/pinned-build.ts';
import { createFeed } from './servers/feed.ts';
import { startSite } from './servers/site.ts';
import { demoPages } from './site/routes.ts';

const reason = { en: 'Added by the update of this demonstration.' };
export const movedDate = 'A date that was moved';

/** What the update changes: the deadline for updates, one app's listing, one host. */
export function demoUpdate(draft: RealAdvisory): void {
  const deadline = draft.deadlines.find(({ id }) => id === 'us-updates');
  if (deadline)
    Object.assign(deadline, { at: '2031-05-17T00:00:00-04:00', title: { en: movedDate } });
  const rules: unknown[] = draft.detection.rules;
  rules.push({
    id: 'demo.app',
    label: 'store-listing',
    reason,
    rank: 1000,
    hosts: ['play.google.com'],
    queryHas: ['org.example.notes'],
  });
  rules.push({
    id: 'demo.host',
    label: 'product-download',
    reason,
    rank: 1000,
    hosts: ['www.example.org'],
  });
}

export interface FeedDemo {
  readonly browser: Browser;
  /** Publishes the update and triggers a check. */
  update(): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the extension pinned to a local feed. */
export async function startFeedDemo(engine: Engine, { headed = false } = {}): Promise<FeedDemo> {
  const [keys, feed] = [pinnedKeys, createFeed()];
  const site = await startSite({ [feedHost]: feed.handle });
  const extension = await pinnedBuild(engine);
  const browser = await launchBrowser(engine, { proxyPort: site.proxyPort, extension, headed });
  await publish(feed, nextAdvisory(2), keys);
  return {
    browser,
    async update() {
      await publish(feed, nextAdvisory(3, demoUpdate), keys);
      await browser.api('runtime.sendMessage', { name: 'check-feeds', request: {} });
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

const said = async (page: Parameters<typeof noticeIn>[0]) => {
  const notice = await noticeIn(page);
  return notice ? notice.heading || notice.text.slice(0, 60) : 'nothing';
};

/**
 * Applies the update while a page, the popup and the options are open; returns the page's text
 * before and after.
 */
export async function showUpdate(
  engine: Engine,
  picture: (page: View, name: string) => Promise<void>,
): Promise<{ before: string; after: string; date: string }> {
  const demo = await startFeedDemo(engine);
  const { browser } = demo;
  try {
    const page = await browser.openPage(demoPages.otherListing.url);
    const popup = await browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${String(page.tabId)}#ban`,
    );
    const options = await browser.openExtensionPage('src/pages/options/index.html');
    await showsText(options, /next check/i);
    const before = await said(page);
    await demo.update();
    await showsText(options, /\(\d+\)/);
    const isMoved = await showsText(popup, new RegExp(movedDate)).then(
      () => true,
      () => false,
    );
    await page.toFront();
    await eventually('The notice', () => noticeIn(page));
    const after = await said(page);
    await picture(page, 'update-in-the-page');
    await popup.toFront();
    await finished(popup, 'updated popup');
    await picture(popup, 'update-in-the-popup');
    await options.evaluate(
      `() => { document.querySelector('#advisory')?.scrollIntoView(); document.querySelector('#advisory details')?.setAttribute('open', ''); }`,
    );
    await options.toFront();
    await finished(options, 'updated settings');
    await picture(options, 'update-in-the-options');
    return {
      before,
      after,
      date: isMoved ? 'the new date in the open popup' : 'NOT the new date in the open popup',
    };
  } finally {
    await demo.close();
  }
}
