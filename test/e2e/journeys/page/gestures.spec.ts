// What a person does on a marked link without following it does nothing; and what they follow is asked about where they asked for it.
import { afterEach, describe, expect, it } from 'vitest';
import type { PageHandle, Press } from '../../../harness/browsers/browser.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { markedLinks, noticeGone, noticeIn, shownNotice } from '../../../harness/pages/notice.ts';
import { questionPath } from '../../../harness/pages/question.ts';
import type { HostHandler } from '../../../harness/servers/site.ts';
import { inEachBrowser } from '../../../harness/stage.ts';

const installer = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe';
const host = 'www.softpedia.com';
const countries = ['de', 'it', 'fr', 'es', 'nl', 'pl', 'pt', 'ch', 'at', 'be'];

const page: HostHandler = ({ url }, response) =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><meta charset="utf-8"><title>Files</title><body style="margin:0;font:20px/30px sans-serif">${
        url === '/frame'
          ? '<iframe id="frame" src="/" width="400" height="200"></iframe>'
          : `<p id="text" style="margin:0;height:30px">Some words</p><a id="file" href="${installer}" style="display:block;width:200px;height:60px">A file</a><button id="full" style="position:fixed;inset:auto auto 0 0;width:90px;height:90px" onclick="document.documentElement.requestFullscreen()">Full</button>`
      }`,
    );

inEachBrowser(
  'On a marked link,',
  (stage) => {
    const questions = () => stage().browser.extensionPages(questionPath);
    const marked = async () => {
      const opened = await stage().open(`https://${host}/`);
      await eventually('The mark', async () => (await markedLinks(opened)).join() === 'file');
      return opened;
    };
    const downloads = () => stage().browser.api<unknown[]>('downloads.search', {});

    afterEach(async () => {
      for (const question of await questions()) await question.close();
    });

    it.each<[string, [number, number], Press]>([
      ['a press of the right button', [100, 60], { button: 'right' }],
      ['dragging it away', [100, 60], { upAt: [400, 300] }],
      ['a selection that ends on it', [20, 15], { upAt: [120, 60] }],
      ['a selection that begins on it', [120, 60], { upAt: [20, 15] }],
    ])('%s does nothing', async (_what, [x, y], how) => {
      const opened = await marked();
      await opened.clickAt(x, y, how);
      await never('A question', async () => (await questions()).length > 0, 1500);
      expect(await opened.url()).toBe(`https://${host}/`);
      expect(await downloads()).toEqual([]);
    });

    it('the middle button is asked about, and the page stays', async () => {
      const opened = await marked();
      await opened.clickAt(100, 60, { button: 'middle' });
      await eventually('The question', async () => (await questions()).length > 0);
      expect(await opened.url()).toBe(`https://${host}/`);
      expect(await downloads()).toEqual([]);
    });

    it('one in a frame is asked about, and the page around it stays', async () => {
      const opened = await stage().open(`https://${host}/frame`);
      const isAsked = async () => (await questions()).length > 0;
      await eventually('The question', async () => {
        await opened.clickInFrame('frame', 100, 60);
        // Another click while the first is dealt with would ask again once the question is closed.
        return eventually('Its page', isAsked, 3000).catch(() => false);
      });
      expect(await opened.url()).toBe(`https://${host}/frame`);
    });

    it('a page that was open while the extension was replaced lets it go its way', async ({
      skip,
    }) => {
      skip(stage().engine === 'firefox', 'It ends the scripts of what is replaced.');
      const opened = await marked();
      await stage()
        .browser.api('runtime.reload')
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await opened.clickAt(100, 60);
      // Nobody would answer the old script.
      await eventually('The way on', async () => stage().site.requests.includes(installer));
    });
  },
  { hosts: { [host]: page } },
);

/** Each runs in the page's own world. What a person must see: the notice, or the badge and a notification. */
const attacks: Readonly<Record<string, string>> = {
  'a cover that lets the pointer through': `() => { const cover = document.createElement('div'); cover.popover = 'manual'; cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;border:0;background:white;pointer-events:none'; document.body.append(cover); cover.showPopover(); }`,
  'the backdrop of a small popover': `() => { const style = document.createElement('style'); style.textContent = '#small::backdrop { background: white }'; document.head.append(style); const cover = document.createElement('div'); cover.id = 'small'; cover.popover = 'manual'; cover.style.cssText = 'position:fixed;inset:auto auto 0 0;width:9px;height:9px'; document.body.append(cover); cover.showPopover(); }`,
  'zoom on the root': `() => { document.documentElement.style.zoom = '0.1'; }`,
  'scripts that hide it for some seconds of every sixteen': `() => { let turn = 0; setInterval(() => { turn = (turn + 1) % 32; if (turn < 12) for (const one of document.querySelectorAll('[popover]')) one.hidePopover(); }, 500); }`,
  'inherited styles that shrink and fade': `() => { document.documentElement.style.cssText = 'font-size:1px;letter-spacing:-1em;line-height:0;color:white;text-indent:-999px;visibility:hidden;opacity:1;-webkit-text-fill-color:transparent'; }`,
  'properties that it registers': `() => { for (const name of ['--ground', '--ink', '--accent', '--line', '--space']) try { CSS.registerProperty({ name, syntax: '<length>', inherits: true, initialValue: '0px' }); } catch {} }`,
  'aria-hidden on what it finds': `() => { setInterval(() => { for (const one of document.querySelectorAll('[popover]')) one.setAttribute('aria-hidden', 'true'); }, 2000); }`,
  'twenty addresses a second': `() => { let turn = 0; setInterval(() => history.replaceState(null, '', '/' + (turn += 1)), 50); }`,
};

inEachBrowser(
  'The notice',
  (stage) => {
    const sites = Object.keys(attacks);
    const isOnTop = `(x, y) => document.elementFromPoint(x, y)?.popover === 'manual' && document.elementFromPoint(x, y).localName === 'div'`;
    const isTold = async (opened: PageHandle) => {
      const notice = await noticeIn(opened);
      const [button] = notice?.buttons ?? [];
      const isReadable = button && button.width > 20 && button.height > 10;
      if (isReadable && (await opened.evaluate<boolean>(isOnTop, button.x, button.y))) return true;
      if ((await badgeOf(stage().browser, opened)).text === '') return false;
      return Object.keys(
        await stage().browser.api<Record<string, unknown>>('notifications.getAll'),
      ).includes(`page-${String(opened.tabId)}`);
    };

    it.for(sites)('or the badge and a notification speak against %s', async (name, { skip }) => {
      skip(
        stage().engine === 'firefox' && name.startsWith('zoom'),
        'It gives up, and headless Firefox forgets a notification at once.',
      );
      const opened = await stage().open(
        `https://www.kaspersky.${countries[sites.indexOf(name)] ?? 'de'}/`,
      );
      await shownNotice(opened);
      await opened.evaluate(attacks[name] ?? '');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await eventually('The person is told', () => isTold(opened), 20_000);
    });

    it('is not drawn while the page has made itself inert, and comes back', async () => {
      const opened = await stage().open(`https://www.kaspersky.be/`);
      await shownNotice(opened);
      await opened.evaluate('() => { document.documentElement.inert = true; }');
      await noticeGone(opened);
      expect((await badgeOf(stage().browser, opened)).text).not.toBe('');
      await opened.evaluate('() => { document.documentElement.inert = false; }');
      await shownNotice(opened);
    });

    describe('in full screen', () => {
      it('leaves the screen to the page, and comes back', async () => {
        const opened = await stage().open(`https://www.kaspersky.at/`);
        await shownNotice(opened);
        const height = await opened.evaluate<number>('() => innerHeight');
        await opened.toFront();
        await opened.clickAt(40, height - 40);
        await eventually('Full screen', () =>
          opened.evaluate<boolean>('() => document.fullscreenElement !== null'),
        );
        await noticeGone(opened);
        expect((await badgeOf(stage().browser, opened)).text).not.toBe('');
        await opened.evaluate('() => document.exitFullscreen()');
        await shownNotice(opened);
      });
    });
  },
  { hosts: Object.fromEntries(countries.map((country) => [`www.kaspersky.${country}`, page])) },
);
