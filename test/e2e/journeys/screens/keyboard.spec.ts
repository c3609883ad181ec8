import { afterEach, describe, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { launchBrowser } from '../../../harness/browsers/launch.ts';
import { eventually } from '../../../harness/eventually.ts';
import { isWholeRun, someOf } from '../../../harness/extent.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { stopOf, tabInNotice, tabTo, walk } from '../../../harness/pages/keyboard.ts';
import { noticeGone, noticeIn, shownNotice } from '../../../harness/pages/notice.ts';
import { askedAbout, downloadsOf, questionPath } from '../../../harness/pages/question.ts';
import { startSite } from '../../../harness/servers/site.ts';
import { demoFiles, demoPages } from '../../../harness/site/routes.ts';
import { engines } from '../../../harness/engines.ts';

const fileName = 'kis15.0.1.415en_6872.exe';

inEachBrowser('By keyboard alone', (stage) => {
  const own = async (path: string) => {
    const page = await stage().openOwn(path);
    await page.toFront();
    await eventually('The page', () =>
      page.evaluate<boolean>(
        `() => document.querySelector('h1, .footer') !== null && document.querySelector('.waiting, [aria-busy=true]') === null`,
      ),
    );
    return page;
  };
  const popup = (part = '') => own(`src/pages/popup/index.html?tab=0${part}`);
  const seen = (page: PageHandle, selector: string) =>
    eventually(selector, () =>
      page.evaluate<string | null>(
        `(selector) => document.querySelector(selector)?.textContent ?? null`,
        selector,
      ),
    );
  const stored = <Value>(key: string) =>
    stage()
      .browser.api<Record<string, Value>>('storage.local.get', key)
      .then((found) => found[key]);

  afterEach(async () => {
    // First those that a test opened, which may be of this path too: none is closed twice.
    for (const page of stage().opened.splice(0)) await page.close();
    for (const page of await stage().browser.extensionPages(questionPath)) await page.close();
    await stage().browser.api('downloads.erase', {});
  });

  const places = [
    '',
    '#switch',
    '#ban',
    '#dates',
    '#me',
    '#alternatives',
    '#removal',
    '#questions',
  ];
  it.each(someOf(places, 3))(
    'one goes around the popup%s, and the focus is always seen',
    async (part) => {
      const page = await popup(part);
      if (['#alternatives', '#removal'].includes(part)) await seen(page, '.arrived');
      expect((await walk(page)).length).toBeGreaterThan(3);
    },
  );

  it.each(['src/pages/options/index.html', 'src/pages/welcome/index.html', questionPath])(
    'one goes around %s, and the focus is always seen',
    async (path) => {
      expect((await walk(await own(path))).length).toBeGreaterThan(2);
    },
  );

  it('one opens each part of the popup', async () => {
    const page = await popup();
    await tabTo(page, /^Now$/);
    const names = ['Now'];
    for (let count = 0; count < 3; count += 1) {
      await page.press('ArrowRight');
      names.push((await stopOf(page))?.name ?? '');
    }
    expect(new Set(names).size).toBe(4);
    await seen(page, '#part-questions:not([hidden]) input');
  });

  it('one finds an alternative for a need, and the way to its maker', async () => {
    const page = await popup('#alternatives');
    const all = await seen(page, '#stage-choose [role=status]');
    await tabTo(page, /^need$/i);
    await page.press('ArrowDown');
    await eventually(
      'Fewer of them',
      async () => (await seen(page, '#stage-choose [role=status]')) !== all,
    );
    await eventually('A product', async () => {
      await page.press('Tab');
      return page.evaluate<boolean>(`() => document.activeElement.matches('.product button')`);
    });
    await page.press('Enter');
    await seen(page, '.product-details a');
    await tabTo(page, /opens in a new tab/);
  });

  it('one ticks a step of the removal, and it is kept', async () => {
    const page = await popup('#removal');
    await eventually('The first step', async () => {
      await page.press('Tab');
      return page.evaluate<boolean>(`() => document.activeElement.matches('.steps input')`);
    });
    await page.press('Space');
    await eventually(
      'The tick on the disk',
      async () => (await stored<{ done: unknown[] }>('plan'))?.done.length === 1,
    );
    await page.press('Space');
    await eventually(
      'The tick taken back',
      async () => (await stored<{ done: unknown[] }>('plan'))?.done.length === 0,
    );
  });

  it('one searches, and is led to what was found', async () => {
    const page = await popup();
    await tabTo(page, /^Search$/);
    await page.press('Enter');
    await eventually('The field', async () =>
      /search everything/i.test((await stopOf(page))?.name ?? ''),
    );
    await page.type('ultrav');
    await seen(page, '.hit');
    await eventually('A hit', async () => {
      await page.press('Tab');
      return page.evaluate<boolean>(`() => document.activeElement.matches('.hit')`);
    });
    await page.press('Enter');
    await eventually('The place', () =>
      page.evaluate<boolean>(`() => document.activeElement.classList.contains('arrived')`),
    );
  });

  it('one copies the summary for a ticket, and is told so', async () => {
    const page = await popup();
    await tabTo(page, /^Summary for IT support$/);
    await page.press('Enter');
    await eventually('The summary', () =>
      page.evaluate<boolean>(`() => document.activeElement.classList.contains('sheet')`),
    );
    await tabTo(page, /^copy/i, 'Backtab');
    await page.press('Enter');
    await eventually(
      'A word about it',
      async () =>
        (await page.evaluate<string>(
          `() => document.querySelector('.ticket [role=status]').textContent`,
        )) !== '',
    );
    await page.press('Escape');
    await eventually('The way back', async () => /^Summary/.test((await stopOf(page))?.name ?? ''));
  });

  it('one answers “Does it apply to me?”, and the answer is announced', async () => {
    const page = await popup('#me');
    await tabTo(page, /where are you/i);
    const status = `() => document.querySelector('#part-me [role=status]').textContent`;
    const before = await page.evaluate<string>(status);
    for (const question of [/where are you/i, /which describes you/i, /which product/i]) {
      if (!question.test((await stopOf(page))?.name ?? '')) await tabTo(page, question);
      await page.evaluate(
        '() => { document.activeElement.selectedIndex = 0; document.activeElement.dispatchEvent(new Event("change", { bubbles: true })); }',
      );
      await page.press('ArrowDown');
    }
    await eventually(
      'The answer',
      async () =>
        (await page.evaluate<string>(status)) !== before &&
        (await page.evaluate<boolean>(`() => document.querySelector('.answer a[href]') !== null`)),
    );
  });

  it('one changes settings', async () => {
    const page = await own('src/pages/options/index.html');
    await tabTo(page, /^warn and ask/i);
    await page.press('ArrowDown');
    const settings = () => stored<{ mode?: string; exceptions?: string[] }>('settings');
    await eventually('The other mode', async () => (await settings())?.mode === 'inform');
    await tabTo(page, /^site without warnings/i);
    await page.type('research.example.org');
    await page.press('Enter');
    await eventually('The exception', async () =>
      (await settings())?.exceptions?.includes('research.example.org'),
    );
    await eventually('Its row, and the keyboard back in the field', () =>
      page.evaluate<boolean>(
        `() => document.querySelector('#exceptions .rows button') !== null && document.activeElement.id === 'exception'`,
      ),
    );
    await tabTo(page, /^remove the exception for research/i);
    await page.press('Enter');
    await eventually('No exception', async () => (await settings())?.exceptions?.length === 0);
    await eventually('No row, and the keyboard back in the field', () =>
      page.evaluate<boolean>(
        `() => document.querySelector('#exceptions .rows button') === null && document.activeElement.id === 'exception'`,
      ),
    );
    await tabTo(page, /^inform only/i, 'Backtab');
    await page.press('ArrowDown');
    await eventually('The mode as it was', async () => (await settings())?.mode === 'warn');
  });

  it('one answers a held download', async () => {
    const { browser, open } = stage();
    const page = await open(demoPages.unrelated.url);
    await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
    const question = await askedAbout(browser, fileName);
    await question.toFront();
    // The page leads there by itself; a key pressed before that would be overtaken.
    await eventually('The focus on the question', async () =>
      (await stopOf(question))?.name.startsWith('A download'),
    );
    await tabTo(question, /^cancel/i);
    await question.press('Enter');
    await eventually('The end of the download', async () =>
      (await downloadsOf(browser, demoFiles.slow)).every(
        (download) => download.state === 'interrupted' && !download.paused,
      ),
    );
    await seen(question, '.decided');
  });

  it('one reads why a notice is there, silences its site, and closes another', async () => {
    const { open } = stage();
    const page = await open(demoPages.portal.url);
    const notice = await shownNotice(page);
    expect(notice.role).toBe('alert');
    await tabInNotice(page, /^why am i/i);
    await page.press('Enter');
    await eventually('The reason', async () =>
      /\b[a-z]+\.[a-z-]+/.test((await noticeIn(page))?.text ?? ''),
    );
    await tabInNotice(page, /^hide for 30 days/i, 'Backtab');
    await page.press('Enter');
    await noticeGone(page);
    const other = await open(demoPages.listing.url);
    await shownNotice(other);
    await tabInNotice(other, /^close$/i);
    await other.press('Escape');
    await noticeGone(other);
  });
});

describe.runIf(isWholeRun).each(engines)(
  'By keyboard alone on the first-run page, %s,',
  (engine) => {
    it('one says where one is', async () => {
      const site = await startSite();
      const browser = await launchBrowser(engine, {
        proxyPort: site.proxyPort,
        keepsWelcome: true,
      });
      try {
        const page = await eventually(
          'The first-run page',
          async () => (await browser.extensionPages('src/pages/welcome/'))[0],
        );
        await eventually('Its words', async () => /What it does/.test(await page.text()));
        await page.toFront();
        await tabTo(page, /^country$/i);
        await page.press('End');
        await tabTo(page, /^save$/i);
        await page.press('Enter');
        await eventually('The choice', async () => {
          const { settings } = await browser.api<{ settings?: { jurisdictions?: string[] } }>(
            'storage.local.get',
            'settings',
          );
          return settings?.jurisdictions !== undefined;
        });
      } finally {
        await browser.close();
        await site.close();
      }
    });
  },
);
