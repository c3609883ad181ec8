import { expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import {
  countMarks,
  markedLinks,
  noticeIn,
  pressInNotice,
  shownNotice,
} from '../../../harness/pages/notice.ts';
import { morePages } from '../../../harness/site/routes.ts';

const marksIn = `(id) => {
  const here = id ? document.getElementById(id).contentDocument : document;
  return (${countMarks})(here);
}`;

inEachBrowser('What a page says of itself', (stage) => {
  const open = (url: string) => stage().open(url);
  const isMarked = (page: PageHandle, frame: string) =>
    eventually('One mark', async () => (await page.evaluate<number>(marksIn, frame)) === 1);

  it('tells a listing at an address that says nothing, drawn late, and names the evidence', async () => {
    const page = await open(morePages.shop.url);
    await pressInNotice(page, /why/i);
    await eventually('The evidence in words', async () =>
      /maker of the product/.test((await noticeIn(page))?.text ?? ''),
    );
    expect((await badgeOf(stage().browser, page)).text).toBe('!');
    await pressInNotice(page, /alternatives/i);
  });

  it('leaves a comparison at the same shop alone', async () => {
    const page = await open(morePages.shopAdvice.url);
    await never('A notice', () => noticeIn(page));
    expect((await badgeOf(stage().browser, page)).text).toBe('');
  });

  it('looks at an unlisted page after a click on the icon: links behind redirectors, in frames and added later', async () => {
    const page = await open(morePages.blog.url);
    await never('Marks', async () => (await page.evaluate<number>(marksIn, '')) > 0);
    expect(await page.extensionWorlds()).toEqual([]);
    await stage().browser.clickIcon(page);
    await isMarked(page, '');
    expect(await markedLinks(page)).toEqual(['redirected']);
    await isMarked(page, 'frame');
  });

  it('shows in the popup what the page’s own data bear out', async () => {
    const page = await open(morePages.shop.url);
    await shownNotice(page);
    const popup = await stage().browser.clickIcon(page);
    await eventually('The listing in the popup', async () =>
      /store\.evidence/.test(await popup.evaluate<string>('() => document.body.textContent')),
    );
  });
});
