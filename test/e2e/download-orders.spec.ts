// Whatever the order of a browser's events, the file is asked about, and what people are told is
// what happened.
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, never } from '../harness/eventually.ts';
import { inEachBrowser } from '../harness/stage.ts';
import { pressControl, showsText } from '../harness/pages/own-page.ts';
import { click, form, link, made, savingLink } from '../harness/pages/clicked.ts';
import { askedAbout, questionPath, type Download } from '../harness/pages/question.ts';
import { createShapes, installerName, otherDocument } from '../harness/servers/shapes.ts';
import { demoPages } from '../harness/site/routes.ts';

const host = 'cdn.example.net';
const shapes = createShapes();
let turn = 0;
const address = (path: string, parameters: Readonly<Record<string, string | number>> = {}) =>
  `https://${host}${path}?${new URLSearchParams({ ...parameters, id: String((turn += 1)) } as Record<string, string>)}`;

inEachBrowser(
  'A download',
  (stage) => {
    const items = () => stage().browser.api<Download[]>('downloads.search', {});
    const open = () => stage().open(demoPages.unrelated.url);
    const questions = () => stage().browser.extensionPages(questionPath);
    const asked = () => askedAbout(stage().browser, installerName);
    const files = async () =>
      (await items())
        .filter(({ filename, state }) => state === 'complete' && existsSync(filename))
        .map(({ filename }) => filename);

    afterEach(async () => {
      const { browser } = stage();
      for (const page of await questions()) await page.close();
      for (const { id, state } of await items()) {
        if (state === 'in_progress') await browser.api('downloads.cancel', id);
        if (state === 'complete')
          await browser.api('downloads.removeFile', id).catch(() => undefined);
      }
      await browser.api('downloads.erase', {});
      await browser.api('storage.local.remove', 'questions');
    });

    describe('that is complete before it has its name', () => {
      it.each([2000, 50_000, 50_001, 1_000_000, 3_000_000])(
        'is asked about: %i bytes',
        async (size) => {
          await click(await open(), link, address('/get', { size }));
          const question = await asked();
          await pressControl(question, /^(cancel|delete)/);
          await eventually('No file left', async () => (await files()).length === 0);
        },
      );

      it.each([
        ['blob:', 2000, false],
        ['blob:', 100_000, false],
        ['blob:', 1_000_000, false],
        ['data:', 2000, true],
        ['data:', 200_000, true],
      ])('is asked about: %s of %i bytes, made by the page', async (_scheme, bytes, isData) => {
        await click(await open(), made, bytes, installerName, isData);
        await asked();
      });

      it('is asked about once, also where several come at a time', async () => {
        const pages = [await open(), await open(), await open()];
        for (const page of pages) await click(page, link, address('/get', { size: 2000 }));
        await eventually('Three questions', async () => {
          const [question] = await questions();
          return (
            question &&
            (await question.evaluate<number>(
              `() => document.querySelectorAll('article').length`,
            )) === 3
          );
        });
        expect(await questions()).toHaveLength(1);
      });

      it('is asked about while the worker sleeps', async () => {
        const page = await open();
        await stage().browser.stopWorker();
        await click(page, link, address('/get', { size: 2000 }));
        await asked();
      });
    });

    describe('that is kept', () => {
      const ways: readonly (readonly [
        string,
        string,
        string,
        Readonly<Record<string, string | number>>,
      ])[] = [
        ['a link that works once, then 403', '/once', link, { status: 403 }],
        ['a link that works once, then a page', '/once', link, { status: 200 }],
        ['a resumable link that works once, then 403', '/once', link, { status: 403, tag: 'a' }],
        ['a resumable link that works once, then a page', '/once', link, { status: 200, tag: 'a' }],
        ['a form, a page to others', '/form', form, { status: 200 }],
        ['a resumable form, a page to others', '/form', form, { status: 200, tag: 'a' }],
      ];
      it.each(ways)(
        'is told of as it came: %s',
        async (_what, path, way, parameters) => {
          const page = await open();
          const more = { ...parameters, slowly: 1, size: 1_500_000 };
          await click(page, way, address(path, more));
          const question = await asked();
          const decided = `() => [...document.querySelectorAll('.decided li')].map((line) => line.innerText)`;
          const before = (await question.evaluate<string[]>(decided)).length;
          await pressControl(question, /keep/i);
          const end = await eventually(
            'What came',
            async () => {
              const lines = await question.evaluate<string[]>(decided);
              if (lines.length === before) return null;
              const [newest = ''] = lines;
              return /kept:/i.test(newest) ? 'kept' : /didn’t download/i.test(newest) && 'lost';
            },
            30_000,
          );
          const said = await question.evaluate<string>(
            `() => document.querySelector('[role=status]').textContent`,
          );
          expect(said).toMatch(end === 'kept' ? /kept:/i : /didn’t download/i);
          for (const file of await files())
            expect(readFileSync(file, 'latin1').startsWith(otherDocument.slice(0, 20))).toBe(false);
          if (end === 'kept') {
            expect(await files()).toHaveLength(1);
            return;
          }
          expect(await files()).toEqual([]);
          await question.close();

          // Begun again on the site it comes, without another question; and the one after that is
          // asked about.
          const again = await open();
          await click(again, way, address(path, more));
          await eventually('The file', async () => (await files()).length === 1, 30_000);
          expect(await questions()).toEqual([]);
          const third = await open();
          await click(third, way, address(path, more));
          await asked();
        },
        150_000,
      );
    });

    describe('of a page', () => {
      it('that offers the software is no download of it', async () => {
        const page = await stage().open(demoPages.portal.url);
        await click(page, savingLink, demoPages.portal.url, 'saved.html');
        await eventually('The saved page', async () =>
          (await items()).some(({ state }) => state === 'complete'),
        );
        await never('A question', async () => (await questions()).length > 0);
      });
    });

    describe('that others touch while it is asked about', () => {
      const hold = async () => {
        await click(await open(), link, address('/get', { slowly: 1, size: 4_000_000, tag: 'a' }));
        const question = await asked();
        const [download] = await items();
        return { question, download };
      };

      it('and resume is held again', async ({ skip }) => {
        const { download } = await hold();
        // Firefox stops what it can't pause, and then has nothing to resume.
        skip(!download?.paused);
        await stage()
          .browser.api('downloads.resume', download?.id)
          .catch(() => undefined);
        await eventually('The hold again', async () =>
          (await items()).every(({ paused, state }) => paused || state === 'interrupted'),
        );
      });

      it('and delete from the disk leaves nothing to decide', async ({ skip }) => {
        skip(stage().engine === 'firefox', 'It tells nobody that a file is gone.');
        await click(await open(), link, address('/get', { size: 2000 }));
        const question = await asked();
        await eventually('The file', async () => (await files()).length === 1);
        for (const { id, state } of await items())
          if (state === 'complete') await stage().browser.api('downloads.removeFile', id);
        await showsText(question, /Nothing is waiting/i);
      });

      it('and take off the list leaves a question that says so', async () => {
        const { question } = await hold();
        await stage().browser.api('downloads.erase', {});
        await showsText(question, /stopped in the browser/i);
        expect(await files()).toEqual([]);
      });
    });
  },
  { hosts: { [host]: shapes.handle } },
);
