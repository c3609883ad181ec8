// A plan for one household: whole after the browser was killed, and spoiled by no file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, PageHandle } from '../../../harness/browsers/browser.ts';
import { ChromiumPage } from '../../../harness/browsers/chromium/chromium-page.ts';
import { launchBrowser } from '../../../harness/browsers/launch.ts';
import { engines } from '../../../harness/engines.ts';
import { eventually } from '../../../harness/eventually.ts';
import { pagesOf } from '../../../harness/pages/paper.ts';
import { startSite, type Site } from '../../../harness/servers/site.ts';

interface Plan {
  readonly needs: readonly string[];
  readonly devices: readonly { readonly system: string }[];
  readonly done: readonly { readonly step: string }[];
}

const needs = ['home', 'vpn', 'passwords'];
const systems = ['windows', 'macos', 'android', 'ios'];

describe.each(engines)('A plan, %s,', (engine) => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await startSite();
    browser = await launchBrowser(engine, { proxyPort: site.proxyPort });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const stored = async () =>
    (await browser.api<{ readonly plan?: Plan }>('storage.local.get', 'plan')).plan;
  const planWith = (what: string, isSo: (plan: Plan) => boolean) =>
    eventually(what, async () => {
      const plan = await stored();
      return plan !== undefined && isSo(plan) && plan;
    });
  const openPlan = async () => {
    const page = await browser.openExtensionPage('src/pages/popup/index.html#switch');
    await eventually('The plan', () =>
      page.evaluate<boolean>(`() => document.querySelector('.steps input') !== null`),
    );
    return page;
  };
  const press = (page: PageHandle, selector: string) =>
    page.evaluate(`(selector) => document.querySelector(selector).click()`, selector);
  const ticksIn = (page: PageHandle) =>
    page.evaluate<boolean[]>(
      `() => [...document.querySelectorAll('.steps input')].map(({ checked }) => checked)`,
    );

  it('of three needs and four devices is whole after the browser was killed', async () => {
    const page = await openPlan();
    for (const [index, need] of needs.entries()) {
      await press(page, `#has-${need}`);
      await planWith(need, (plan) => plan.needs.length === index + 1);
    }
    for (const [index, system] of systems.entries()) {
      if (index > 0) {
        await press(page, '#add-device');
        await planWith('A device', ({ devices }) => devices.length === index + 1);
      }
      // Stored before it is drawn.
      await eventually('Its choice', () =>
        page.evaluate<boolean>(
          `(index) => document.querySelectorAll('.devices select')[index] !== undefined`,
          index,
        ),
      );
      await page.evaluate(
        `(index, system) => { const list = document.querySelectorAll('.devices select')[index]; list.value = system; list.dispatchEvent(new Event('change', { bubbles: true })); }`,
        index,
        system,
      );
      await planWith(system, ({ devices }) => devices[index]?.system === system);
    }
    const half = await eventually('The boxes of all', async () => {
      const boxes = await ticksIn(page);
      return boxes.length > 100 && boxes.filter((_, index) => index % 2 === 0).length;
    });
    await page.evaluate(
      `() => { for (const [index, box] of document.querySelectorAll('.steps input').entries()) if (index % 2 === 0) box.click(); }`,
    );
    const before = await planWith('Half of it', ({ done }) => done.length === half);
    await eventually(
      'The boxes',
      async () => (await ticksIn(page)).filter(Boolean).length === half,
    );
    const shown = await ticksIn(page);
    await browser.kill();
    expect(await stored()).toEqual(before);
    const again = await openPlan();
    await eventually('The same boxes', async () => (await ticksIn(again)).length === shown.length);
    expect(await ticksIn(again)).toEqual(shown);
    await again.close();
  });

  it('is printed on two pages', async () => {
    const page = await openPlan();
    expect(pagesOf(await page.print())).toBe(2);
    await page.close();
  });

  it.runIf(engine === 'chromium')('is printed with each product by name', async () => {
    const page = await openPlan();
    if (!(page instanceof ChromiumPage)) throw new Error('Chromium alone shows what is printed.');
    await page.page.emulateMediaType('print');
    const names = await page.evaluate<string[]>(
      `() => { for (const fold of document.querySelectorAll('details.stage')) fold.open = true; return [...document.querySelectorAll('.compare tbody th button')].map((name) => name.checkVisibility() ? name.innerText.trim() : ''); }`,
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names).not.toContain('');
    await page.close();
  });

  it.each([
    ['notJson', () => '{'],
    ['notPlan', () => '{"kind":"settings","format":1}'],
    ['later', (kind: string) => JSON.stringify({ kind, format: 99, plan: {} })],
    [
      'broken',
      (kind: string) =>
        JSON.stringify({ kind, format: 1, plan: { needs: ['<img onerror=alert(1)>'] } }),
    ],
  ] as const)('is as it was after a file that is %s', async (fault, textOf) => {
    const before = await stored();
    const answer = await browser.api<{ readonly reply: unknown }>('runtime.sendMessage', {
      name: 'read-plan-file',
      request: { text: textOf('kaspersky-ban-advisory-plan') },
    });
    expect(answer.reply).toEqual({ ok: false, error: fault });
    expect(await stored()).toEqual(before);
  });

  it('takes over what was ticked before there were plans', async () => {
    await browser.api('storage.local.remove', 'plan');
    await browser.api('storage.local.set', { doneSteps: ['verify/step-62'] });
    await browser.kill();
    const plan = await planWith('The ticks', ({ done }) => done.length > 0);
    expect(plan.done.map(({ step }) => step)).toEqual(['d1:verify/step-62']);
  });
});
