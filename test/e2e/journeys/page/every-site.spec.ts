import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Engine, PageHandle } from '../../../harness/browsers/browser.ts';
import { launchBrowser } from '../../../harness/browsers/launch.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { startSite, type Site } from '../../../harness/servers/site.ts';
import { morePages } from '../../../harness/site/routes.ts';
import { engines } from '../../../harness/engines.ts';
import { countMarks, markedLinks } from '../../../harness/pages/notice.ts';

/** Chromium's prompt can't be answered from outside: there the administrators' build is taken, whose leave its settings page withholds. */
function buildFor(engine: Engine, folder: string): string {
  const source = fileURLToPath(
    new URL(`../../../../dist/${engine === 'chromium' ? 'chrome' : 'firefox'}`, import.meta.url),
  );
  cpSync(source, folder, { recursive: true });
  if (engine === 'chromium') {
    const file = join(folder, 'manifest.json');
    const { optional_host_permissions, ...manifest } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Record<string, unknown>;
    writeFileSync(
      file,
      JSON.stringify({ ...manifest, host_permissions: optional_host_permissions }),
    );
  }
  return folder;
}

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
      extension: buildFor(engine, folder),
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
