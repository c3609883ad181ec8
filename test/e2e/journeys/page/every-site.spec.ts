import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, PageHandle } from '../../../harness/browsers/browser.ts';
import { everySiteBuild } from '../../../harness/builds/every-site-build.ts';
import { launchBrowser } from '../../../harness/browsers/launch.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { startSite, type Site } from '../../../harness/servers/site.ts';
import { morePages } from '../../../harness/site/routes.ts';
import { engines } from '../../../harness/engines.ts';
import { countMarks, markedLinks } from '../../../harness/pages/notice.ts';

const marks = `() => (${countMarks})(document)`;

describe.each(engines)('Watching every site, %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let page: PageHandle;
  const folder = mkdtempSync(join(tmpdir(), 'advisory-build-'));

  beforeAll(async () => {
    site = await startSite();
    browser = await launchBrowser(engine, {
      proxyPort: site.proxyPort,
      extension: everySiteBuild(engine, folder),
    });
    await browser.setEverySite(false);
    page = await browser.openPage(morePages.blog.url);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const isMarked = () =>
    eventually('A mark', async () => (await markedLinks(page)).join() === 'redirected');

  it('begins on pages that are open once it is allowed', async () => {
    await never('A mark', async () => (await page.evaluate<number>(marks)) > 0);
    await browser.setEverySite(true);
    await isMarked();
  });

  it('goes on with new pages and after a restart', async () => {
    await page.goto(morePages.blog.url);
    await isMarked();
    await browser.restart();
    page = await browser.openPage(morePages.blog.url);
    await isMarked();
  });

  it('leaves open pages, and stays away from new ones, once the leave is taken back', async () => {
    await browser.setEverySite(false);
    await eventually('The mark to go', async () => (await page.evaluate<number>(marks)) === 0);
    await page.goto(morePages.blog.url);
    await never('A mark', async () => (await page.evaluate<number>(marks)) > 0);
    // Chromium keeps an empty world in a tab that had one.
    page = await browser.openPage(morePages.blog.url);
    await never('A mark', async () => (await page.evaluate<number>(marks)) > 0);
    expect(await page.extensionWorlds()).toEqual([]);
  });
});
