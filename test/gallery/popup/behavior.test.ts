import { whenPlayed } from '../harness/driver.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { executable } from '../../harness/browsers/executable.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch({
    executablePath: executable('chromium'),
    args: ['--no-sandbox', '--lang=en-US'],
    defaultViewport: { width: 400, height: 600 },
  });
  page = await browser.newPage();
});
afterAll(() => browser.close());

async function play(scene: string, hash = ''): Promise<void> {
  await page.goto(`${inject('galleryOrigin')}/src/pages/popup/index.html?scene=${scene}${hash}`);
  await page.evaluate(whenPlayed);
}

/** Without what tells a mirrored word's direction. */
const letters = (text: unknown) => String(text).replace(/[\u200F\u202E\u202C]/g, '');
const focused = async () => letters(await page.evaluate('document.activeElement.textContent'));
const selectedTab = async () =>
  letters(
    await page.evaluate(`document.querySelector('[role=tab][aria-selected=true]').textContent`),
  );

describe('The tabs of the popup', () => {
  it.each([
    [
      'page-vendor',
      [
        ['ArrowRight', 'The ban'],
        ['End', 'Questions'],
        ['ArrowRight', 'This page'],
        ['ArrowLeft', 'Questions'],
        ['Home', 'This page'],
      ],
    ],
    // Where people read from right to left, the next tab is on the left.
    [
      'page-vendor&locale=mirrored',
      [
        ['ArrowLeft', 'The ban'],
        ['ArrowRight', 'This page'],
        ['ArrowRight', 'Questions'],
      ],
    ],
  ] as const)(
    'are walked through by arrow keys, Home and End, and only one of them is in the tab order (%s)',
    async (scene, steps) => {
      await play(scene);
      await page.focus('[role=tab]');
      for (const [key, name] of steps) {
        await page.keyboard.press(key as KeyInput);
        expect(await selectedTab()).toBe(name);
        expect(await focused()).toBe(name);
      }
      expect(await page.$$eval('[role=tab][tabindex="0"]', (tabs) => tabs.length)).toBe(1);
    },
  );

  it('keep what was typed when one comes back to them', async () => {
    await play('questions', '#questions');
    await page.type('#find-question', 'because');
    await page.click('#tab-ban');
    await page.click('#tab-questions');
    expect(
      await page.$eval(
        '#find-question',
        (input) => input instanceof HTMLInputElement && input.value,
      ),
    ).toBe('because');
  });
});

describe('The first screen', () => {
  const answers = ['.strip', '#page-title', '.concern', '.ways .button'];

  it.each([
    ['page-in-us', 400],
    ['page-in-us', 320],
    ['page-elsewhere', 400],
    ['page-vendor', 400],
    ['page-unrelated', 400],
    ['page-mention', 400],
    ['page-lookalike', 400],
  ] as const)(
    'says without scrolling what the page is, whether the ban concerns the reader, and what to do next (%s, %i px)',
    async (scene, width) => {
      await page.setViewport({ width, height: 600 });
      await play(scene);
      const places = await page.evaluate(
        (selectors) =>
          selectors.map((selector) => ({
            selector,
            bottom: document.querySelector(selector)?.getBoundingClientRect().bottom ?? Infinity,
          })),
        answers,
      );
      await page.setViewport({ width: 400, height: 600 });
      expect(places.filter(({ bottom }) => bottom > 600)).toEqual([]);
    },
  );

  it('leads from its short answer to the three questions, where the place is chosen already', async () => {
    await play('page-in-us');
    await page.click('.concern .link-button');
    await page.waitForSelector('#me-place');
    expect(await selectedTab()).toBe('Applies to me?');
    expect(
      await page.$eval('#me-place', (list) => list instanceof HTMLSelectElement && list.value),
    ).toBe('us');
  });
});

describe('What urges', () => {
  it.each([
    ['page-download', ['See alternatives', 'How to remove it'], 1],
    ['page-managed', ['Get help', 'See alternatives', 'How to remove it'], 1],
    ['page-unrelated', ['How to remove Kaspersky', 'See alternatives'], 0],
    ['page-exempt', ['What the ban says'], 1],
  ] as const)(
    'is one way at most, and each names what it leads to (%s)',
    async (scene, names, urging) => {
      await play(scene);
      const ways = await page.$$eval('.ways .button', (found) =>
        found.map(({ firstChild, classList }) => [
          firstChild?.textContent,
          classList.contains('primary'),
        ]),
      );
      expect(ways).toEqual(names.map((name, place) => [name, place < urging]));
    },
  );
});

describe('The search', () => {
  it('goes on with what was typed among the questions in vain', async () => {
    await play('questions-none', '#questions');
    expect(await page.$eval('#part-questions [role=status]', (status) => status.textContent)).toBe(
      'No questions match.',
    );
    await page.click('#part-questions .link-button');
    await page.waitForSelector('#search:focus');
    expect(
      await page.$eval('#search', (input) => input instanceof HTMLInputElement && input.value),
    ).toBe('xylophone');
  });

  it('is left by Escape, and the reader is where they were before', async () => {
    await play('page-vendor');
    await page.focus('.icon-button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#search:focus');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.icon-button:focus');
    expect(await selectedTab()).toBe('This page');
  });

  it('leads to what was found, and puts the reader there', async () => {
    await play('search-hits');
    await page.focus('.hit');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.arrived:focus');
    expect(await focused()).toContain('UltraAV');
  });

  it.each([
    ['check that it is gone', 'steps-verify'],
    ['do not delete folders', 'principles-uninstall-not-delete'],
    ['Hotspot Shield', 'need-vpn'],
    // Of a system that is not this computer's.
    ['UltraAV starts its own uninstaller', 'replacement'],
  ])('leads from “%s” to its place, whatever hides it', async (wanted, place) => {
    await play('page-vendor');
    await page.click('.icon-button');
    await page.waitForSelector('#search:focus');
    await page.type('#search', wanted);
    await page.waitForSelector('.hit mark');
    await page.click('.hit');
    await page.waitForSelector(`#${place}.arrived:focus`);
  });
});

describe('How to remove it', () => {
  it('counts and shows what the chosen system has to do, with no box beside what is only to be known', async () => {
    await play('removal', '#removal');
    for (const system of ['linux', 'windows', 'ios', 'fleet']) {
      await page.select('#system', system);
      const boxes = await page.$$eval('.steps input', (found) => found.length);
      expect(
        await page.$eval('#progress', (bar) => (bar instanceof HTMLProgressElement ? bar.max : 0)),
        system,
      ).toBe(boxes);
      expect(await page.$$eval('.step-note input', (found) => found.length)).toBe(0);
      expect(await page.$$eval('.step-note', (found) => found.length)).toBeGreaterThan(0);
    }
    await page.select('#system', 'linux');
    const words = await page.$eval('.part', (part) => part.textContent);
    expect(words).not.toMatch(/Windows Security|registry|HKLM|iPhone/);
    expect(
      await page.$$eval('.steps code[dir=ltr]', (found) =>
        found.map(({ textContent }) => textContent),
      ),
    ).toContain('apt-get purge');
  });
});

describe('An alternative', () => {
  it('names what no source confirms, its home country too, and nothing of the kind where one does', async () => {
    await play('alternatives-unverified', '#alternatives');
    const words = (id: string) => page.$eval(`#product-${id}`, (card) => card.textContent);
    expect(await words('mullvad')).toMatch(/Based in: Sweden.*We haven’t verified: home country/);
    expect(await words('gen')).not.toMatch(/We haven’t verified:[^.]*country/);
  });
});

describe('The summary for a ticket', () => {
  it('says what was found, by which rule, dates, sources and version, and of the address no more than the host', async () => {
    await play('ticket');
    const text = await page.$eval('.sheet', (sheet) => sheet.textContent);
    for (const part of [
      'www.kaspersky.com',
      'sample.product-download',
      '2024',
      'https://www.federalregister.gov/',
      'Advisory version',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('/downloads/antivirus');
  });
});

describe('A worker that fails', () => {
  it('is told of in its own words, and asked again when wished', async () => {
    await play('failing');
    expect(await page.$eval('[role=alert]', (alert) => alert.textContent)).toContain(
      'The background worker did not answer.',
    );
    await page.click('[role=alert] .button');
    await page.waitForSelector('.footer');
  });
});
