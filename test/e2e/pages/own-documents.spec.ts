// A page that goes on in a document of its own making is still its site's: blob and blank windows and
// frames, judged by the origin that the browser names.
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { eventually, never } from '../../harness/eventually.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { countMarks, noticeIn, shownNotice } from '../../harness/pages/notice.ts';
import { inEachBrowser } from '../../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';
const offer = `<!doctype html><html lang="en"><title>Download Kaspersky Rescue Disk</title><body><p>Offer</p><a id="file" href="${installer}">A file</a></body></html>`;
const host = 'www.softpedia.com';

// In the page itself: what Firefox's driver defines there is not seen by the page's own script.
const writer = `<script>function openWritten() { const other = open('about:blank'); other.document.open(); other.document.write(${JSON.stringify(offer).replaceAll('</', '<\\/')}); other.document.close(); }</script>`;

const start = (response: ServerResponse) =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Files</title><body style="margin:0"><button id="go" style="display:block;width:200px;height:60px" onclick="openWritten()">Go</button><p>Start</p>${writer}</body></html>`,
    );

const blobOf = `(html) => URL.createObjectURL(new Blob([html], { type: 'text/html' }))`;

/** Each makes a frame with the offer in it. */
const frames: Readonly<Record<string, string>> = {
  'written into a blank frame': `(html) => { const frame = document.createElement('iframe'); frame.id = 'own'; document.body.append(frame); frame.contentDocument.open(); frame.contentDocument.write(html); frame.contentDocument.close(); }`,
  'in a frame’s attribute': `(html) => { const frame = document.createElement('iframe'); frame.id = 'own'; frame.srcdoc = html; document.body.append(frame); }`,
  'in a frame of a blob': `(html) => { const frame = document.createElement('iframe'); frame.id = 'own'; frame.src = (${blobOf})(html); document.body.append(frame); }`,
};

inEachBrowser(
  'A document that a page made itself',
  (stage) => {
    const more: PageHandle[] = [];
    afterEach(async () => {
      for (const page of more.splice(0)) await page.close();
    });

    it('has the notice and the badge of its site as a blob in the tab', async () => {
      const page = await stage().open(`https://${host}/start`);
      await page.evaluate(
        `(html) => { setTimeout(() => { location.href = (${blobOf})(html); }, 50); }`,
        offer,
      );
      await eventually('The blob', async () => (await page.url()).startsWith('blob:'));
      const notice = await shownNotice(page);
      expect(notice.text).toMatch(/Kaspersky/);
      expect((await badgeOf(stage().browser, page)).text).toBe('!');
      const popup = await stage().browser.clickIcon(page);
      await eventually('The verdict', async () => /softpedia/i.test(await popup.text()));
    });

    it('has the notice of its site in a window that the page wrote', async () => {
      const page = await stage().open(`https://${host}/start`);
      await page.clickAt(100, 30);
      const written = await eventually('The window', async () => {
        // Writing gives it the address of the page that writes.
        for (const one of await stage().browser.pagesAt(`https://${host}/start`))
          if ((await one.text().catch(() => '')).includes('Offer')) return one;
        return null;
      });
      more.push(written);
      await shownNotice(written);
    });

    it.each(Object.entries(frames))('has its marks %s', async (_, make) => {
      const page = await stage().open(`https://${host}/start`);
      await page.evaluate(make, offer);
      await eventually('The mark', async () =>
        page.evaluate<boolean>(
          `() => { const here = document.querySelector('#own').contentDocument; return here !== null && (${countMarks})(here) === 1; }`,
        ),
      );
    });

    it('is silent where its site is not listed', async () => {
      const page = await stage().open('https://plain.example/start');
      await page.evaluate(
        `(html) => { setTimeout(() => { location.href = (${blobOf})(html); }, 50); }`,
        offer,
      );
      await eventually('The blob', async () => (await page.url()).startsWith('blob:'));
      await never('A notice', () => noticeIn(page), 1500);
      expect(await page.extensionWorlds()).toEqual([]);
    });
  },
  {
    hosts: {
      [host]: (_, response) => start(response),
      'plain.example': (_, response) => start(response),
    },
  },
);
