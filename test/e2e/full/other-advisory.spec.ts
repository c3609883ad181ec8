// Everything that is said comes from the advisory: with another one, every screen says that, and nothing of ours is left.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import messages from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../../cases/advisory/advisory-texts.ts';
import { otherAdvisory, otherHost, otherSetup } from '../../cases/advisory/other-advisory.ts';
import type { Engine, PageHandle } from '../../harness/browsers/browser.ts';
import { eventually } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { outFile, ownBuild } from '../../harness/builds/own-build.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { everyScreen, readScreen, type Screen } from '../../harness/pages/every-screen.ts';
import { shownNotice } from '../../harness/pages/notice.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { askedAbout } from '../../harness/pages/question.ts';
import { serveFile } from '../../harness/servers/files.ts';

const other = otherAdvisory();
const builds = new Map<Engine, string>();

async function otherBuild(engine: Engine): Promise<string> {
  const file = outFile(`advisory-${engine}.json`);
  writeFileSync(file, JSON.stringify(other));
  const folder = await ownBuild(engine, 'other-advisory', { ADVISORY_FILE: file });
  builds.set(engine, folder);
  return folder;
}

const strings = [messages, spanish]
  .flatMap((locale) => Object.values<{ readonly message: string }>(locale))
  .map(({ message }) => message)
  .join('\n');

/** Facts, names and rules of the packaged advisory that nothing else could say. */
const ours = [
  ...advisoryTexts(packaged, 'en').values(),
  ...advisoryTexts(packaged, 'es').values(),
  ...packaged.sources.flatMap(({ title, publisher }) => [title, publisher]),
  ...packaged.alternatives.products.map(({ name }) => name),
  ...packaged.detection.rules.map(({ id }) => id),
].filter(
  (text) => text.length > 9 && !strings.includes(text) && !JSON.stringify(other).includes(text),
);

const left = ({ name, text }: Pick<Screen, 'name' | 'text'>) =>
  ours.filter((one) => text.includes(one)).map((one) => `${name}: ${one}`);

inEachBrowser(
  'With another advisory',
  (stage) => {
    let vendor: PageHandle;

    beforeAll(async () => {
      vendor = await stage().browser.openPage(`https://${otherHost}/`);
    });
    afterAll(async () => vendor.close());

    it('the package holds no fact of ours', () => {
      const folder = builds.get(stage().engine) ?? '';
      const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(js|html|css|json)$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8'));
      expect(texts.length).toBeGreaterThan(20);
      expect(left({ name: 'ours', text: packaged.ban.headline.text.es })).not.toEqual([]);
      expect(ours.length).toBeGreaterThan(800);
      expect(
        ours.filter((one) => one.length > 20 && texts.some((text) => text.includes(one))),
      ).toEqual([]);
    });

    it('the notice and the badge speak of the other vendor', async () => {
      const notice = await shownNotice(vendor);
      expect(notice.text).toContain('About vendor-site (other)');
      expect(left({ name: 'notice', text: notice.text })).toEqual([]);
      const badge = await eventually('A badge', async () => {
        const now = await badgeOf(stage().browser, vendor);
        return now.text !== '' && now;
      });
      expect(left({ name: 'badge', text: badge.title })).toEqual([]);
    });

    it('every screen says what the other one says, and nothing of ours', async () => {
      const screens = await everyScreen(stage().browser, vendor);
      expect(screens.flatMap(left)).toEqual([]);
      const of = (name: string) => screens.find((screen) => screen.name === name)?.text ?? '';
      expect(of('popup, now')).toContain('About vendor-site (other)');
      expect(of('popup, now')).toContain('shield.site');
      for (const id of [
        'prohibited',
        'not-prohibited',
        'bound',
        'exempt',
        'penalties',
        'vendor',
        'us',
      ])
        expect(of('popup, ban')).toContain(`Statement ${id}. (other)`);
      expect(of('popup, ban')).toContain('Order 66 of the Council');
      for (const text of ['Updates end (other)', 'No updates. (other)', 'Everybody. (other)'])
        expect(of('popup, dates')).toContain(text);
      for (const text of ['In the U.S. (other)', 'A shop (other)', 'Training (other)'])
        expect(of('popup, me')).toContain(text);
      for (const text of [
        'Statement criteria. (other)',
        'Free (other)',
        'Alpha',
        'Beta',
        'Somewhere (other)',
      ])
        expect(of('popup, products')).toContain(text);
      for (const text of ['By Settings (other)', 'Open Settings. (other)'])
        expect(of('popup, switch')).toContain(text);
      for (const text of ['Why? (other)', 'Because. (other)'])
        expect(of('popup, questions')).toContain(text);
      expect(of('popup, ticket')).toContain('Order 66 of the Council');
      expect(of('options')).toContain('United States (other)');
      expect(of('welcome')).toContain('United States (other)');
    });

    it('a download is held by the other one’s rule, and asked about in its words', async () => {
      const page = await stage().browser.openPage(`https://${otherHost}/`);
      await page.evaluate('(file) => { location.href = file; }', otherSetup);
      const question = await askedAbout(stage().browser, 'shield-setup.exe');
      await showsText(question, /The Council lists this file\. \(other\)/);
      const screen = await readScreen(question, 'question');
      expect(screen.text).toContain('shield.setup');
      expect(left(screen)).toEqual([]);
      await question.close();
      await page.close();
    });
  },
  {
    build: otherBuild,
    hosts: {
      [otherHost]: (request, response) => {
        const address = new URL(request.url ?? '/', `https://${otherHost}`);
        if (address.pathname.endsWith('.exe')) serveFile(address, request, response);
        else
          response
            .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
            .end('<!doctype html><html lang="en"><title>Shield</title><h1>Shield</h1>');
      },
    },
  },
);
