// Links that lead to a banned download, whichever way they are written and wherever in a page that we may look at they stand: marked,
// asked about when followed, and judged anew when the advisory changes.
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { pressControl } from '../../../harness/pages/own-page.ts';
import { askedAbout, questionPath } from '../../../harness/pages/question.ts';
import { countMarks, markedLinks } from '../../../harness/pages/notice.ts';
import {
  feedHost,
  nextAdvisory,
  pinnedBuild,
  pinnedKeys,
  publish,
  type RealAdvisory,
} from '../../../harness/builds/pinned-build.ts';
import { createFeed } from '../../../harness/servers/feed.ts';

const keys = pinnedKeys;
const feed = createFeed();

const fileName = 'kis15.0.1.415en_6872.exe';
const installer = `https://products.s.kaspersky-labs.com/homeuser/kis2015/${fileName}`;
const notes = 'https://www.example.org/files/notes-1.2.zip';
const inBase64 = (address: string) =>
  btoa(address).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Addresses as these services write them, to a target. */
const ways: Readonly<Record<string, (target: string) => string>> = {
  google: (target) =>
    `https://www.google.com/url?sa=t&source=web&q=${encodeURIComponent(target)}&usg=AOvVaw`,
  facebook: (target) =>
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`${target}?fbclid=IwAR0`)}&h=AT0`,
  reddit: (target) =>
    `https://out.reddit.com/t3_1dkm7x?url=${encodeURIComponent(target)}&token=AQAA&app_name=web2x`,
  bing: (target) => `https://www.bing.com/ck/a?!&&p=5e1f&ptn=3&u=a1${inBase64(target)}&ntb=1`,
  archive: (target) => `https://web.archive.org/web/20200101000000/${target}`,
  twice: (target) =>
    `https://www.google.com/url?q=${encodeURIComponent(`https://out.example.net/go?target=${encodeURIComponent(target)}`)}`,
};
const wayNames = Object.keys(ways);
const linkTo = (id: string, href: string) =>
  `<p><a id="${id}" href="${href.replaceAll('&', '&amp;')}">A file</a></p>`;

function send(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Files</title><body style="margin:0">${body}</html>`,
    );
}

const site = 'www.softpedia.com';
/** Another host, which the advisory names; and one that nobody names. */
const [listedFrame, otherFrame] = ['www.bestbuy.com', 'frames.example.net'];

/** A page without a verdict of its own, on a listed site. */
const top = () =>
  wayNames
    .map(
      (name) =>
        linkTo(name, ways[name]?.(installer) ?? '') +
        linkTo(`${name}-notes`, ways[name]?.(notes) ?? ''),
    )
    .join('') +
  [listedFrame, otherFrame]
    .map(
      (host) =>
        `<iframe id="${host}" title="Files" src="https://${host}/files/frame" style="position:fixed;left:${host === listedFrame ? '400' : '800'}px;top:0;width:300px;height:200px;border:0"></iframe>`,
    )
    .join('') +
  `<script>addEventListener('message', ({ data }) => { document.getElementById(data.host).dataset.marked = data.marked; })</script>`;

/** Begins without a link, gets one later, and tells the page around it what is marked in it. */
const frame = (host: string) =>
  `<script>setTimeout(() => { document.body.innerHTML = '<a id="late" style="position:fixed;inset:0 auto auto 0;width:150px;height:60px;background:white" href="${installer}">A file</a><a id="late-notes" href="${notes}" style="position:fixed;top:80px">Notes</a>'; }, 500);
  setInterval(() => parent.postMessage({ host: '${host}', marked: String((${countMarks})(document)) }, '*'), 100)</script>`;

const notesRule = {
  id: 'demo.notes',
  label: 'product-download',
  reason: { en: 'Added by an update.' },
  rank: 1000,
  on: ['page', 'download', 'filename'],
  files: ['notes-*.zip'],
};
const withNotes = (draft: RealAdvisory) =>
  void (draft.detection.rules as unknown[]).push(notesRule);

inEachBrowser(
  'A link that leads to a banned download',
  (stage) => {
    const open = () => stage().open(`https://${site}/get/Office/Notes.shtml`);
    const isMarked = (page: PageHandle, wanted: readonly string[]) =>
      eventually(
        `Marks beside ${wanted.join()} alone`,
        async () => (await markedLinks(page)).join() === wanted.join(),
      );
    const markedIn = (page: PageHandle, host: string) =>
      page.evaluate<string | null>(
        `(host) => document.getElementById(host).dataset.marked ?? null`,
        host,
      );
    const isMarkedIn = (page: PageHandle, host: string, wanted: string) =>
      eventually(`${wanted} marks in ${host}`, async () => (await markedIn(page, host)) === wanted);
    const placeOf = (page: PageHandle, id: string) =>
      page.evaluate<[number, number]>(
        `(id) => { const { x, y, height } = document.getElementById(id).getBoundingClientRect(); return [x + 10, y + height / 2]; }`,
        id,
      );
    const isAskedAbout = async () => {
      const question = await askedAbout(stage().browser, fileName);
      await pressControl(question, /cancel|don’t open/i);
      await question.close();
    };

    afterEach(async () => {
      for (const page of await stage().browser.extensionPages(questionPath)) await page.close();
    });

    it('is marked behind redirectors and shorteners that bear it in their address, and its harmless twin is not', async () => {
      await isMarked(await open(), wayNames);
    });

    it.each(wayNames)('is asked about when it is followed: by %s', async (name) => {
      const page = await open();
      await isMarked(page, wayNames);
      const requests = stage().site.requests.length;
      await page.clickAt(...(await placeOf(page, name)));
      await isAskedAbout();
      const followed = [ways[name]?.('') ?? '', installer].map(
        (address) => new URL(address).hostname,
      );
      expect(
        stage()
          .site.requests.slice(requests)
          .filter((address) => followed.includes(new URL(address).hostname)),
      ).toEqual([]);
    });

    it('is asked about when the middle button would open it in a tab', async () => {
      const page = await open();
      await isMarked(page, wayNames);
      await page.clickAt(...(await placeOf(page, 'google')), { button: 'middle' });
      await isAskedAbout();
    });

    it('is marked when it comes later, and no longer when it leads elsewhere', async () => {
      const page = await open();
      await isMarked(page, wayNames);
      await page.evaluate(
        `(href) => { const link = document.createElement('a'); link.id = 'later'; link.href = href; link.textContent = 'Later'; document.body.append(link); }`,
        ways['reddit']?.(installer),
      );
      await isMarked(page, [...wayNames, 'later']);
      await page.evaluate(
        `(href) => { for (const link of document.querySelectorAll('#later, #google')) link.href = href; }`,
        notes,
      );
      await isMarked(page, wayNames.slice(1));
    });

    it('is marked and asked about in a frame of another host that may be looked at, and nothing is touched in one that may not', async () => {
      const page = await open();
      await isMarkedIn(page, listedFrame, '1');
      await isMarkedIn(page, otherFrame, '0');
      await never('A mark', async () => (await markedIn(page, otherFrame)) !== '0');
      await page.clickInFrame(listedFrame, 40, 30);
      await isAskedAbout();
    });

    it('gets its mark, and loses it, as soon as an update of the advisory says so, also in a frame', async () => {
      const { browser } = stage();
      const page = await open();
      await isMarked(page, wayNames);
      await isMarkedIn(page, listedFrame, '1');
      await page.evaluate('() => { window.isSameDocument = true; }');
      const update = async (version: number, change?: (draft: RealAdvisory) => void) => {
        await publish(feed, nextAdvisory(version, change), keys);
        await browser.api('runtime.sendMessage', { name: 'check-feeds', request: {} });
      };
      await update(3, withNotes);
      await isMarked(
        page,
        wayNames.flatMap((name) => [name, `${name}-notes`]),
      );
      await isMarkedIn(page, listedFrame, '2');
      await update(4);
      await isMarked(page, wayNames);
      await isMarkedIn(page, listedFrame, '1');
      expect(await page.evaluate('() => window.isSameDocument === true')).toBe(true);
    });
  },
  {
    hosts: {
      [feedHost]: feed.handle,
      [site]: (_request, response) => send(response, top()),
      [listedFrame]: (_request, response) => send(response, frame(listedFrame)),
      [otherFrame]: (_request, response) => send(response, frame(otherFrame)),
    },
    build: (engine) => (feed.clear(), pinnedBuild(engine)),
  },
);
