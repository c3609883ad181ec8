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
        ['ArrowRight', 'Switch'],
        ['End', 'Questions'],
        ['ArrowRight', 'Now'],
        ['ArrowLeft', 'Questions'],
        ['Home', 'Now'],
      ],
    ],
    // Where people read from right to left, the next tab is on the left.
    [
      'page-vendor&locale=mirrored',
      [
        ['ArrowLeft', 'Switch'],
        ['ArrowRight', 'Now'],
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
        // In a narrow window the drawing stands upright, and its end may be below.
        width < 400 ? answers : [...answers, '.key-dates'],
      );
      await page.setViewport({ width: 400, height: 600 });
      expect(places.filter(({ bottom }) => bottom > 600)).toEqual([]);
    },
  );

  it('leads from its short answer to the three questions, where the place is chosen already', async () => {
    await play('page-in-us');
    await page.click('.concern .link-button');
    await page.waitForSelector('#me-place');
    expect(await selectedTab()).toBe('The ban');
    expect(
      await page.$eval('#me-place', (list) => list instanceof HTMLSelectElement && list.value),
    ).toBe('us');
  });
});

describe('A date on the first screen', () => {
  it('leads to all that is known of it', async () => {
    await play('page-in-us');
    await page.click('.key-dates li:nth-child(2) .key-date');
    const title = await page.waitForSelector('.timeline .arrived h3');
    expect(await selectedTab()).toBe('The ban');
    expect(await title?.evaluate(({ textContent }) => textContent)).toBe('Updates end');
  });
});

describe('What urges', () => {
  it.each([
    ['page-download', ['Review 2 held downloads', 'Start the switch', 'What the ban says']],
    ['page-managed', ['Review the held download', 'Get help', 'Start the switch']],
    ['page-unrelated', ['Start the switch', 'What the ban says']],
    ['page-switching', ['Continue: 0 of', 'What the ban says']],
    ['page-exempt', ['What the ban says']],
  ] as const)('is one way, and each names what it leads to (%s)', async (scene, names) => {
    await play(scene);
    const ways = await page.$$eval('.ways .button', (found) =>
      found.map(({ firstChild, classList }) => [
        firstChild?.textContent,
        classList.contains('primary'),
      ]),
    );
    expect(ways).toEqual(names.map((name, place) => [expect.stringContaining(name), place === 0]));
  });
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
    expect(await selectedTab()).toBe('Now');
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
    await page.waitForSelector(`#${place} > .arrived:focus, #${place}.arrived:focus`);
  });
});

describe('The plan', () => {
  it.each(['linux', 'windows', 'ios', 'fleet'])(
    'counts and shows what %s has to do, with no box beside what is only to be known',
    async (system) => {
      await play('switch', '#switch');
      await page.waitForSelector('#system-d1');
      await page.select('#system-d1', system);
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLProgressElement>('#progress')?.max ===
          document.querySelectorAll('.steps input').length,
      );
      expect(await page.$$eval('.step-note input', (found) => found.length)).toBe(0);
      expect(await page.$$eval('.step-note', (found) => found.length)).toBeGreaterThan(0);
      if (system !== 'linux') return;
      const words = await page.$eval('#part-switch', (part) =>
        [...part.querySelectorAll('.steps')].map(({ textContent }) => textContent).join(' '),
      );
      expect(words).not.toMatch(/Windows Security|registry|HKLM|iPhone/);
    },
  );

  it('has a box for each device that needs a step, named by device and step', async () => {
    await play('switch-household', '#switch');
    const names = await page.$$eval('.steps li:first-child input', (boxes) =>
      boxes.map((box) => box.getAttribute('aria-label') ?? ''),
    );
    for (const device of ['Desk', 'macOS', 'Ana’s phone', 'iPhone and iPad'])
      expect(names.some((name) => name.startsWith(`${device}: `))).toBe(true);
  });

  it.each([
    ['ban', '#ban', '#part-ban details:not(.index)'],
    ['questions', '#questions', 'details.question'],
    ['switch', '#switch', 'details.stage'],
  ])('is unfolded on paper, and as it was afterward (%s)', async (scene, hash, folds) => {
    await play(scene, hash);
    await page.waitForSelector(folds);
    const open = () =>
      page.$$eval(folds, (found) => found.map((fold) => fold.hasAttribute('open')));
    await page.$$eval(folds, ([first]) => first?.removeAttribute('open'));
    const before = await open();
    expect(before).toContain(false);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await open()).not.toContain(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await open()).toEqual(before);
  });

  it('compares in a table, the systems’ own protection first, then by name', async () => {
    await play('switch-alternatives', '#alternatives');
    const names = await page.$$eval('#stage-choose tbody.product th', (cells) =>
      cells.map((cell) => cell.querySelector('bdi')?.textContent ?? ''),
    );
    const rest = names.slice(names.indexOf('Bitdefender'));
    expect(rest).toEqual(rest.toSorted(new Intl.Collator('en').compare));
    expect(names.slice(0, names.indexOf('Bitdefender'))).toContain('Microsoft Defender');
  });

  it.each([
    ['{', 'can’t be read as a plan'],
    ['{"kind":"other"}', 'isn’t a plan'],
    ['{"kind":"kaspersky-ban-advisory-plan","format":9,"plan":{}}', 'later version'],
    ['{"kind":"kaspersky-ban-advisory-plan","format":1,"plan":{"needs":[{}]}}', 'damaged'],
    ['x'.repeat(1_000_001), 'too large'],
  ])('says of a file that is none why, and loses nothing (%#)', async (text, words) => {
    await play('switch-begun', '#switch');
    await page.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('#plan-file');
      const files = new DataTransfer();
      files.items.add(new File([content], 'plan.json'));
      if (!input) return;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
    await page.waitForFunction(
      (wanted) =>
        document.querySelector('.plan-tools [role=status]')?.textContent?.includes(wanted),
      {},
      words,
    );
    expect((await page.$$('.steps .done')).length).toBe(1);
  });
});

describe('An address', () => {
  it('of an earlier version leads to the right place, and is followed when it changes; Back works', async () => {
    await play('page-vendor', '#alternatives');
    await page.waitForSelector('#stage-choose[open]');
    expect(await selectedTab()).toBe('Switch');
    await page.evaluate(() => (location.hash = '#dates'));
    await page.waitForSelector('#part-dates:not([hidden])');
    expect(await selectedTab()).toBe('The ban');
    await page.click('#tab-questions');
    expect(await page.evaluate(() => location.hash)).toBe('#questions');
    await page.goBack();
    await page.waitForSelector('#part-dates:not([hidden])');
    expect(await selectedTab()).toBe('The ban');
  });

  it('whose place is late unfolds it, and moves nobody who has gone on meanwhile', async () => {
    await play('page-vendor', '#switch');
    await page.evaluate(async () => {
      document.getElementById = () => null;
      const followed = new Promise((resolve) => addEventListener('popstate', resolve));
      location.hash = '#alternatives';
      await followed;
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    });
    await page.evaluate('document.body.tabIndex = -1; document.body.focus()');
    await page.keyboard.press('Tab');
    await page.evaluate(async () => {
      document.activeElement?.classList.add('reached');
      Reflect.deleteProperty(document, 'getElementById');
      for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await page.$('#stage-choose[open]')).not.toBeNull();
    expect(await page.$('.arrived')).toBeNull();
    expect(await page.$('button.reached:focus')).not.toBeNull();
  });
});

describe('An alternative', () => {
  it('names what no source confirms, its home country too, and nothing of the kind where one does', async () => {
    await play('switch-unverified', '#alternatives');
    const words = async (id: string) => {
      await page.click(`#product-${id} .link-button`);
      await page.waitForSelector(`#product-${id} tr:not([hidden]) .product-details`);
      return page.$eval(`#product-${id}`, (row) => row.textContent);
    };
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
