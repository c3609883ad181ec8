import { existsSync, statSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { mayRestart, overRestart } from '../../../harness/engines.ts';
import { eventually } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { controlLabels, pressControl, showsText } from '../../../harness/pages/own-page.ts';
import { askedAbout, downloadsOf, questionPath } from '../../../harness/pages/question.ts';
import { pressInNotice, shownNotice } from '../../../harness/pages/notice.ts';
import { demoFiles, demoPages } from '../../../harness/site/routes.ts';

const fileName = 'kis15.0.1.415en_6872.exe';
const slowBytes = 3 * 1024 * 1024;

inEachBrowser('A download', (stage) => {
  const found = async (url: string = demoFiles.slow) => downloadsOf(stage().browser, url);
  const startFrom = async (pageUrl: string, file: string) => {
    const page = await stage().browser.openPage(pageUrl);
    await page.evaluate('(file) => { location.href = file; }', file);
    return page;
  };
  const isHeld = () =>
    eventually('The hold', async () => {
      const [download] = await found();
      return download && (download.paused || download.state === 'interrupted');
    });

  afterEach(async () => {
    const { browser } = stage();
    for (const page of await browser.extensionPages(questionPath)) await page.close();
    await browser.api('downloads.erase', {});
  });

  it('of the listed software is held and asked about, the safe way first', async () => {
    await startFrom(demoPages.unrelated.url, demoFiles.slow);
    const question = await askedAbout(stage().browser, fileName);
    await isHeld();
    expect(await question.text()).toContain('kaspersky-labs.com');
    const labels = await controlLabels(question);
    const cancel = labels.findIndex((label) => /cancel/i.test(label));
    const keep = labels.findIndex((label) => /keep|continue/i.test(label));
    expect(cancel).toBeGreaterThanOrEqual(0);
    expect(keep).toBeGreaterThan(cancel);

    const [held] = await found();
    await pressControl(question, /cancel/);
    await eventually('The end of the download', async () =>
      (await found()).every((download) => download.state === 'interrupted' && !download.paused),
    );
    expect(held && existsSync(held.filename)).toBe(false);
  });

  it('goes on to its end when the person keeps it', async () => {
    await startFrom(demoPages.unrelated.url, demoFiles.slow);
    const question = await askedAbout(stage().browser, fileName);
    await isHeld();
    await pressControl(question, /keep and (?:continue|download again)/);
    const done = await eventually(
      'The whole file',
      async () => (await found()).find((download) => download.state === 'complete'),
      30_000,
    );
    // On disk: Firefox counts `bytesReceived` with a delay.
    await eventually('Every byte', async () => statSync(done.filename).size === slowBytes);
    expect(await found()).toHaveLength(1);
  });

  it('outlives a stopped background worker, and its answer wakes it', async () => {
    await startFrom(demoPages.unrelated.url, demoFiles.slow);
    const question = await askedAbout(stage().browser, fileName);
    await isHeld();
    await stage().browser.stopWorker();
    await pressControl(question, /keep and (?:continue|download again)/);
    await eventually(
      'The whole file',
      async () => (await found()).find((download) => download.state === 'complete'),
      30_000,
    );
  });

  it(`stays held${overRestart} until it is answered`, async () => {
    await startFrom(demoPages.unrelated.url, demoFiles.slow);
    await askedAbout(stage().browser, fileName);
    await isHeld();
    if (mayRestart) await stage().browser.restart();
    const again = await askedAbout(stage().browser, fileName);
    expect((await found()).some((download) => download.state === 'complete')).toBe(false);
    await pressControl(again, /cancel|dismiss/);
    await showsText(again, /cancel/i);
    await eventually('No download left', async () =>
      (await found()).every((download) => download.state !== 'in_progress'),
    );
  });

  it('that was quicker than the guard is told of, not undone behind the person’s back', async () => {
    await startFrom(demoPages.unrelated.url, demoFiles.quick);
    const question = await askedAbout(stage().browser, fileName);
    const isOver = async () =>
      (await found(demoFiles.quick)).every((download) => !existsSync(download.filename));
    // The page may learn that the download is over between our look at the button and the click, and move it.
    await eventually('No file left', async () => {
      if ((await controlLabels(question)).some((label) => /^(cancel|delete)/i.test(label)))
        await pressControl(question, /^(cancel|delete)/);
      return eventually('The answer', isOver, 2000).catch(() => false);
    });
  });

  it('of anything else is let through and never asked about', async () => {
    const { browser } = stage();
    await startFrom(demoPages.unrelated.url, demoFiles.harmless);
    await eventually(
      'The harmless file',
      async () =>
        (await found(demoFiles.harmless)).find((download) => download.state === 'complete'),
      30_000,
    );
    expect(await browser.extensionPages(questionPath)).toEqual([]);
  });

  it('behind a marked link is asked about before the link is followed', async () => {
    const { browser } = stage();
    const page = await browser.openPage(demoPages.portal.url);
    await shownNotice(page);
    await pressInNotice(page, /^close$/i);
    const box = await eventually('The mark', async () =>
      (await page.shadowTrees()).length > 0
        ? page.evaluate<{ x: number; y: number }>(
            `() => { const box = document.getElementById('mirror').getBoundingClientRect(); return { x: box.x + 20, y: box.y + box.height / 2 }; }`,
          )
        : null,
    );
    await page.clickAt(box.x, box.y);
    await askedAbout(browser, fileName);
    expect(await found()).toEqual([]);
  });
});
