// What reading a page of 5,000 elements costs it.
import { build } from 'vite';
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { eventually } from '../harness/eventually.ts';
import { inEachBrowser } from '../harness/stage.ts';
import { badgeOf } from '../harness/pages/badge.ts';
import type { HostHandler } from '../harness/servers/site.ts';

const shop = 'www.microcenter.com';
const address = `https://${shop}/product/5000`;

const card = (number: number) =>
  `<li class="card"><a href="/p/${String(number)}" download><img alt="" src="data:,"><b itemprop="name">Item ${String(number)}</b></a><span>${String(number)}.99</span></li>`;

/** 5,000 elements: a shop's list with all that the script looks for, and the data of one product at its end. */
const large: HostHandler = (_request, response) => {
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Kaspersky Plus',
    brand: { '@type': 'Brand', name: 'Kaspersky' },
    description: 'x'.repeat(20_000),
  });
  const items = Array.from({ length: 1000 }, (_, number) => card(number)).join('');
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Item</title><meta property="og:type" content="product"><h1>Kaspersky Plus</h1><ul>${items}</ul><script type="application/ld+json">${data}</script></html>`,
    );
};

/** The content script's own reading, as the build makes it, under a name that the test can call. */
async function reading(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('../../src/content/page-facts.ts', import.meta.url)),
        formats: ['iife'],
        name: 'reading',
        fileName: 'reading',
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const code = output && 'output' in output ? output.output[0].code : '';
  return `${code};`;
}

interface Measured {
  readonly best: number;
  readonly facts: {
    readonly structured: readonly string[];
    readonly links: readonly string[];
    readonly headings: readonly string[];
  };
}

/** Firefox tells time in whole milliseconds: twenty readings at once, after a change each. The best of some rounds, since other work on the machine is none of ours. */
const measuring = `
const once = () => {
  const start = performance.now();
  for (let time = 0; time < 20; time += 1) {
    document.querySelector('ul').append(document.createElement('li'));
    reading.pageFacts(document, (one) => one);
  }
  return (performance.now() - start) / 20;
};
document.body.dataset.measured = JSON.stringify({ best: Math.min(...Array.from({ length: 12 }, once)), facts: reading.pageFacts(document, (one) => one) });`;

const limitMs = 5;

inEachBrowser(
  'A page of 5,000 elements',
  (stage) => {
    it('is read in under 5 ms, in one go', async () => {
      const page = await stage().browser.openPage(address);
      const elements = await page.evaluate<number>('() => document.querySelectorAll("*").length');
      expect(elements).toBeGreaterThanOrEqual(5000);
      // As a script of the page: what a test evaluates lives in a room of its own in Firefox.
      await page.evaluate(
        `(code) => { const script = document.createElement('script'); script.textContent = code; document.head.append(script); }`,
        `${await reading()}${measuring}`,
      );
      const { best, facts } = await eventually('The measure', () =>
        page.evaluate<Measured | null>(
          `() => JSON.parse(document.body.dataset.measured ?? 'null')`,
        ),
      );
      console.log(`${stage().engine}: ${best.toFixed(2)} ms for ${String(elements)} elements`);
      expect(facts).toMatchObject({
        headings: ['Kaspersky Plus'],
        links: expect.objectContaining({ length: 60 }) as unknown,
      });
      expect(facts.structured[0]).toContain('Kaspersky');
      expect(best).toBeLessThan(limitMs);
      await page.close();
    });

    it('has no long task from being read again and again', async ({ skip }) => {
      const { browser, engine } = stage();
      skip(engine === 'firefox', 'It tells of no long task; the time above holds for it.');
      const page = await browser.openPage(address);
      await eventually('The verdict', async () => (await badgeOf(browser, page)).text === '!');
      // Only tasks after the page itself has come to rest.
      const quiet = await eventually(
        'A run without a long task',
        async () => {
          const tasks = await page.evaluate<number>(`() => new Promise((resolve) => {
        let tasks = 0;
        new PerformanceObserver((list) => { tasks += list.getEntries().length; }).observe({ type: 'longtask' });
        let changes = 0;
        const change = () => {
          document.querySelector('ul').append(document.createElement('li'));
          document.title = 'Item ' + String(changes);
          if ((changes += 1) < 4) setTimeout(change, 700); else setTimeout(() => resolve(tasks), 700);
        };
        change();
      })`);
          return tasks === 0 && 'none';
        },
        30_000,
      );
      expect(quiet).toBe('none');
      await page.close();
    });
  },
  { hosts: { [shop]: large } },
);
