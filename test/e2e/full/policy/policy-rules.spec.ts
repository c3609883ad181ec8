// Extra rules for a host that the package doesn't name and the browser gave no permission for: they
// reach what docs/admin says.
import { expect, it } from 'vitest';
import { eventually, never } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { noticeIn, shownNotice } from '../../../harness/pages/notice.ts';
import { showsText } from '../../../harness/pages/own-page.ts';
import { askedAbout } from '../../../harness/pages/question.ts';
import { morePages } from '../../../harness/site/routes.ts';

const mirror = 'mirror.intranet.example';
const there = `https://${mirror}/kaspersky/`;
const file = `https://${mirror}/kaspersky/setup-21.exe`;

onEachComputer(
  'An additional rule for a host out of reach',
  () => ({
    orders: {
      extraRules: [`product-download ${mirror}/kaspersky/*`],
      organizationName: 'Example Corporation',
    },
    hosts: {
      [mirror]: ({ url }, response) => {
        if (url?.endsWith('.exe'))
          response
            .writeHead(200, {
              'content-type': 'application/octet-stream',
              'content-length': '1000000',
            })
            .write(Buffer.alloc(8192, 'MZ'));
        else
          response
            .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
            .end('<!doctype html><title>Mirror</title><h1>Software</h1>');
      },
    },
  }),
  (computer) => {
    it('leaves its pages alone until the icon is clicked, then says what the page is, there too', async () => {
      const { browser, engine } = computer();
      const page = await browser.openPage(there);
      await never(
        'No notice, no badge',
        async () => (await noticeIn(page)) !== null || (await badgeOf(browser, page)).text !== '',
      );
      expect(await page.extensionWorlds()).toEqual([]);
      // Chromium lets no tool press the icon of what policy installed; popup.spec.ts presses it
      // there without one.
      if (engine === 'chromium') return page.close();
      const popup = await browser.clickIcon(page);
      // The rule that decided, by its place in the policy.
      await eventually('The verdict', async () =>
        /policy\.1/.test(await popup.evaluate<string>('() => document.body.textContent')),
      );
      await shownNotice(page);
      expect((await badgeOf(browser, page)).text).toBe('!');
      await page.close();
    });

    it('holds its downloads, wherever they are started', async () => {
      const { browser } = computer();
      const page = await browser.openPage(morePages.blog.url);
      await page.evaluate('(file) => { location.href = file; }', file);
      const question = await askedAbout(browser, 'setup-21.exe');
      await question.close();
      await page.close();
    });

    it('is named on the policy page, with what it reaches', async () => {
      const page = await computer().browser.openExtensionPage('src/pages/policy/index.html');
      await showsText(
        page,
        new RegExp(
          `hasn’t granted access to: [^]*${mirror.replaceAll('.', '\\.')}[^]*clicks the icon[^]*Downloads from them`,
        ),
      );
      await page.close();
    });
  },
);
