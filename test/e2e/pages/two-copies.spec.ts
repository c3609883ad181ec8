// Two installations at once, as where an administrator's and a person's own stand side by side: both
// may speak, and neither fights the other.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Engine, PageHandle, ShadowReading } from '../../harness/browsers/browser.ts';
import { defaultBuilds, launchBrowser } from '../../harness/browsers/launch.ts';
import { engines } from '../../harness/engines.ts';
import { eventually } from '../../harness/eventually.ts';
import { startSite, type Site } from '../../harness/servers/site.ts';

/** Answers each change of the tree with one of its own, five hundred times at most. */
const answering = `<script>let answers = 0; new MutationObserver(() => { if ((answers += 1) > 500) return; document.body.append(document.createElement('i')); }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style', 'popover', 'hidden'] });</script>`;

const html = (response: ServerResponse, head = '') =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><title>Home</title>${head}<body><p>Home</p></body></html>`,
    );

/** The same build under another id. */
function secondCopy(engine: Engine): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisory-copy-'));
  cpSync(defaultBuilds[engine], folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  if (engine === 'firefox')
    manifest['browser_specific_settings'] = {
      ...(manifest['browser_specific_settings'] as object),
      gecko: { id: 'second-copy@example.com', strict_min_version: '140.0' },
    };
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** Notices that are shown, moved, or written on within three seconds. */
const countMoves = `() => new Promise((resolve) => { let moves = 0; const count = ({ target }) => { if (target.popover) moves += 1; }; addEventListener('beforetoggle', count, true); const observer = new MutationObserver((records) => { for (const record of records) if (record.target.popover || [...record.addedNodes].some((node) => node.popover)) moves += 1; }); observer.observe(document, { childList: true, subtree: true, attributes: true }); setTimeout(() => { observer.disconnect(); removeEventListener('beforetoggle', count, true); resolve(moves); }, 3000); })`;

/** The number, among all hosts of notices, of the one that a press here would meet. */
const hostAt = `(x, y) => [...document.querySelectorAll('[popover=manual]')].indexOf(document.elementFromPoint(x, y))`;

describe.each(engines)('Two copies, %s', (engine) => {
  const copy = secondCopy(engine);
  let site: Site;
  let browser: Browser;
  const opened: PageHandle[] = [];

  beforeAll(async () => {
    site = await startSite({
      'www.kaspersky.de': (_, response) => html(response),
      'www.kaspersky.fr': (_, response) => html(response),
      'www.kaspersky.it': (_, response) => html(response, answering),
    });
    browser = await launchBrowser(engine, { proxyPort: site.proxyPort, neighbors: [copy] });
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(copy, { recursive: true, force: true });
  });

  const notices = async (page: PageHandle): Promise<ShadowReading[]> =>
    (await page.shadowTrees()).filter((tree) => tree.visible && tree.buttons.length > 1);

  it.each([
    ['a listed page', 'https://www.kaspersky.de/', undefined],
    ['a narrow window', 'https://www.kaspersky.fr/', { width: 480, height: 900 }],
    ['a page that answers every change', 'https://www.kaspersky.it/', undefined],
  ])('both are seen on %s, and stand still', async (_, url, viewport) => {
    const page = await browser.openPage('about:blank');
    opened.push(page);
    if (viewport) await page.resize(viewport);
    await page.goto(url);
    // A copy's first-run page may have come before it, and nothing moves where nobody looks.
    await page.toFront();
    await eventually('Both notices', async () => (await notices(page)).length === 2);
    // A second for what the page itself does while it loads.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await page.evaluate<number>(countMoves)).toBe(0);
    const met: number[] = [];
    for (const { buttons } of await notices(page))
      for (const { x, y } of buttons.slice(0, 1))
        met.push(await page.evaluate<number>(hostAt, x, y));
    expect(new Set(met).size).toBe(2);
    expect(met).not.toContain(-1);
    const told = await browser.api<Record<string, unknown>>('notifications.getAll');
    expect(Object.keys(told).filter((id) => id.startsWith('page-'))).toEqual([]);
  });
});
