// A browser's storage that can't be read, is damaged or takes nothing more: what we know comes with the package, and needs no store.
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Profile } from '../harness/browsers/browser.ts';
import { eventually } from '../harness/eventually.ts';
import { click, link } from '../harness/pages/clicked.ts';
import { badgeOf } from '../harness/pages/badge.ts';
import { shownNotice } from '../harness/pages/notice.ts';
import { pressControl, showsText } from '../harness/pages/own-page.ts';
import { askedAbout, questionPath, type Download } from '../harness/pages/question.ts';
import { createShapes, installerName } from '../harness/servers/shapes.ts';
import { demoPages } from '../harness/site/routes.ts';
import { inEachBrowser, type Stage } from '../harness/stage.ts';

const host = 'cdn.example.net';
const shapes = createShapes();
const file = (parameters: string) => `https://${host}/get?${parameters}`;

/** A disk's own mistake, or a program that "cleans up". */
const damages: Readonly<Record<string, (profile: Profile) => void>> = {
  'a file stands where its folder was': ({ store }) => {
    rmSync(store, { recursive: true });
    writeFileSync(store, 'x');
  },
  'its files are damaged in the middle': ({ store }) => {
    for (const name of readdirSync(store)) {
      const path = join(store, name);
      const size = statSync(path).size;
      if (!statSync(path).isFile() || size < 3000) continue;
      const opened = openSync(path, 'r+');
      writeSync(
        opened,
        Buffer.alloc(Math.floor(size / 3), 0xaa),
        0,
        Math.floor(size / 3),
        Math.floor(size / 3),
      );
      closeSync(opened);
    }
  },
  'its files are empty': ({ store }) => {
    for (const name of readdirSync(store)) {
      if (statSync(join(store, name)).isFile()) writeFileSync(join(store, name), '');
    }
  },
};

const items = (stage: Stage) => stage.browser.api<Download[]>('downloads.search', {});

async function warnsAndAsks(stage: Stage): Promise<void> {
  const { browser } = stage;
  const portal = await stage.open(demoPages.portal.url);
  await shownNotice(portal);
  expect((await badgeOf(browser, portal)).text).toBe('!');
  for (const [parameters, answer] of [
    ['size=4000000&slowly&tag=a', /^cancel/],
    ['size=3000', /^delete/],
  ] as const) {
    await click(await stage.open(demoPages.unrelated.url), link, file(parameters));
    const question = await askedAbout(browser, installerName);
    await eventually('The hold', async () =>
      (await items(stage)).every(({ state, paused }) => paused || state !== 'in_progress'),
    );
    await browser.stopWorker();
    await pressControl(question, answer);
    await eventually('No file', async () =>
      (await items(stage)).every(({ filename }) => !existsSync(filename)),
    );
    await question.close();
  }
}

for (const [what, damage] of Object.entries(damages)) {
  inEachBrowser(
    `Where ${what},`,
    (stage) => {
      it('pages are warned about, downloads asked about, and one line says what is broken', async () => {
        const { browser } = stage();
        const stored = await browser.api<object>('storage.local.get', null);
        const filler = Array.from({ length: 3000 }, (_, index) => `filler ${String(index)}`);
        await browser.api('storage.local.set', { ...stored, filler });
        await browser.restartAfter(damage);
        await warnsAndAsks(stage());

        const isReadable = await browser.api('storage.local.get', 'settings').then(
          () => true,
          () => false,
        );
        const portal = await stage().open(demoPages.vendor.url);
        const popup = await browser.clickIcon(portal);
        await eventually('The verdict', async () => /www\.kaspersky\.com/.test(await popup.text()));
        if (!isReadable)
          await eventually('The line in the popup', async () =>
            /can’t read what the extension saved/.test(await popup.text()),
          );
        const options = await stage().openOwn('src/pages/options/index.html');
        await showsText(options, /Warnings/);
        // If it is readable, the browser has started a new store by itself.
        if (!isReadable) await showsText(options, /can’t read what the extension saved/);
      }, 240_000);
    },
    { hosts: { [host]: shapes.handle } },
  );
}

inEachBrowser(
  'Where nothing more can be saved,',
  (stage) => {
    it('the same works, changes count until the browser closes, and one line says so', async ({
      skip,
    }) => {
      const { browser, engine } = stage();
      skip(engine === 'firefox', 'It knows no quota for this.');
      // All but a few bytes of what Chromium gives an extension.
      const taken = 'x'.repeat(5_000_000);
      await browser.api('storage.local.set', { filler: taken });
      for (let more = 5_000_000; more > 8; more = Math.floor(more / 2)) {
        const key = `filler${String(more)}`;
        await browser.api('storage.local.set', { [key]: 'x'.repeat(more) }).catch(() => undefined);
      }
      await warnsAndAsks(stage());
      const options = await stage().openOwn('src/pages/options/index.html');
      await browser.api('runtime.sendMessage', {
        name: 'change-setting',
        request: { name: 'snoozeDays', value: 7 },
      });
      await showsText(options, /can’t save anything/);
      await browser.stopWorker();
      const portal = await stage().open(demoPages.vendorDownload.url);
      const notice = await shownNotice(portal);
      expect(notice.buttons.map(({ label }) => label).join()).toMatch(/(?:not|hide) for 7 days/i);
      const popup = await browser.clickIcon(portal);
      await eventually('The line in the popup', async () =>
        /can’t save anything/.test(await popup.text()),
      );

      // Room again: what was changed meanwhile is saved with the next change.
      const stored = await browser.api<object>('storage.local.get', null);
      await browser.api(
        'storage.local.remove',
        Object.keys(stored).filter((key) => key.startsWith('filler')),
      );
      await browser.api('runtime.sendMessage', {
        name: 'change-setting',
        request: { name: 'language', value: 'es' },
      });
      expect(await browser.api('storage.local.get', 'settings')).toMatchObject({
        settings: { snoozeDays: 7, language: 'es' },
      });
      expect(await browser.extensionPages(questionPath)).toEqual([]);
    }, 240_000);
  },
  { hosts: { [host]: shapes.handle } },
);
