// `npm start`: with a display, a real browser with the extension on the demo pages; without one, the same tour headless
// in both engines, with pictures of what a person would see and a table of what was found.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAdvisoryValue } from '../src/core/advisory/parse.ts';
import { classifyPage } from '../src/core/detection/classify-page.ts';
import { compileRules } from '../src/core/detection/engine/rule-index.ts';
import packaged from '../src/data/advisory.json' with { type: 'json' };
import type { Browser, Engine, PageHandle, View } from '../test/harness/browsers/browser.ts';
import { launchBrowser } from '../test/harness/browsers/launch.ts';
import { eventually } from '../test/harness/eventually.ts';
import { showUpdate, startFeedDemo } from '../test/harness/feed-demo.ts';
import { badgeOf } from '../test/harness/pages/badge.ts';
import { markTexts, noticeIn } from '../test/harness/pages/notice.ts';
import { askedAbout, questionPath } from '../test/harness/pages/question.ts';
import { startSite } from '../test/harness/servers/site.ts';
import { demoFiles, demoPages, startPage, type DemoPage } from '../test/harness/site/routes.ts';

const pictures = fileURLToPath(new URL('../out/tour', import.meta.url));
const desktop = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };
const popupSize = { width: 400, height: 600 };
const popupSections = ['ban', 'me', 'alternatives', 'removal', 'questions'];

interface Finding {
  readonly browser: Engine;
  readonly page: string;
  readonly label: string;
  readonly badge: string;
  readonly inThePage: string;
}

async function ask<Result>(
  what: string,
  attempt: () => Promise<Result | null>,
): Promise<Result | null> {
  // What does not come is a finding of the tour, not its end.
  return eventually(what, attempt, 4000).catch(() => null);
}

/** What the packaged advisory says of a demo page. */
function labelOf(demo: DemoPage): string {
  const advisory = parseAdvisoryValue(packaged);
  if (!advisory.ok) throw new Error('The packaged advisory is invalid.');
  return classifyPage(compileRules(advisory.value.detection).index, { url: demo.url }).label;
}

async function visit(
  browser: Browser,
  demo: DemoPage,
  picture: (page: View, name: string) => Promise<void>,
): Promise<Finding> {
  const page = await browser.openPage(demo.url);
  await page.resize(desktop);
  const speaks = !['mention', 'exempt', 'unrelated', 'lookalike'].includes(demo.label);
  const notice = speaks ? await ask('The notice', () => noticeIn(page)) : await noticeIn(page);
  // Marks and the notice's entrance come a moment later; a picture in between would show neither as people see them.
  await new Promise((resolve) => setTimeout(resolve, notice ? 700 : 0));
  const marks = await markTexts(page);
  const badge = await badgeOf(browser, page);
  await picture(page, demo.name);
  if (notice) {
    await page.resize({ ...desktop, dark: true });
    await picture(page, `${demo.name}-dark`);
    await page.resize(narrow);
    await picture(page, `${demo.name}-320`);
    await page.resize({ ...narrow, dark: false });
  }
  const said = notice
    ? `${notice.heading || notice.text.slice(0, 60)}${marks.length > 0 ? ` (${marks.length} links marked)` : ''}`
    : 'nothing';
  await page.close();
  return {
    browser: browser.engine,
    page: demo.kind,
    label: labelOf(demo),
    badge: badge.text || 'none',
    inThePage: said,
  };
}

async function popups(
  browser: Browser,
  picture: (page: View, name: string) => Promise<void>,
): Promise<void> {
  for (const demo of [
    demoPages.vendor,
    demoPages.research,
    demoPages.lookalike,
    demoPages.unrelated,
  ]) {
    const page = await browser.openPage(demo.url);
    const popup = await browser.clickIcon(page);
    await ask('The popup’s content', async () => ((await popup.text()).length > 80 ? true : null));
    await picture(popup, `popup-on-${demo.name}`);
    await page.close();
  }
  const vendor = await browser.openPage(demoPages.vendor.url);
  for (const section of popupSections) {
    const popup = await browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${vendor.tabId ?? ''}#${section}`,
    );
    for (const dark of [false, true]) {
      await popup.resize({ ...popupSize, dark });
      await ask('The section', async () => ((await popup.text()).length > 80 ? true : null));
      await picture(popup, `popup-${section}${dark ? '-dark' : ''}`);
    }
    await popup.close();
  }
  await vendor.close();
}

async function heldDownload(
  browser: Browser,
  picture: (page: View, name: string) => Promise<void>,
): Promise<Finding> {
  const page = await browser.openPage(demoPages.unrelated.url);
  await page.evaluate('(file) => { location.href = file; }', demoFiles.slow);
  const question = await ask('The question', () => askedAbout(browser, 'kis15.0.1.415en_6872.exe'));
  if (question) {
    for (const [name, viewport] of Object.entries({
      question: desktop,
      'question-dark': { ...desktop, dark: true },
      'question-320': narrow,
    })) {
      await question.resize(viewport);
      await picture(question, name);
    }
  }
  for (const own of await browser.extensionPages(questionPath)) await own.close();
  await page.close();
  return {
    browser: browser.engine,
    page: 'download of an installer',
    label: '',
    badge: '',
    inThePage: question ? 'held, and asked about' : 'not held',
  };
}

async function options(
  browser: Browser,
  picture: (page: View, name: string) => Promise<void>,
): Promise<void> {
  const page: PageHandle = await browser.openExtensionPage('src/pages/options/index.html');
  for (const [name, viewport] of Object.entries({
    options: desktop,
    'options-dark': { ...desktop, dark: true },
    'options-320': narrow,
  })) {
    await page.resize(viewport);
    await ask('The options', async () => ((await page.text()).length > 80 ? true : null));
    await picture(page, name);
  }
  await page.close();
}

async function headlessTour(): Promise<number> {
  const site = await startSite();
  const findings: Finding[] = [];
  const updates: string[] = [];
  let failed = 0;
  for (const engine of ['chromium', 'firefox'] as const) {
    const folder = join(pictures, engine);
    mkdirSync(folder, { recursive: true });
    const picture = (page: View, name: string) => page.screenshot(join(folder, `${name}.png`));
    const browser = await launchBrowser(engine, { proxyPort: site.proxyPort });
    const stops: readonly (() => Promise<void>)[] = [
      ...Object.values(demoPages).map(
        (demo) => async () => void findings.push(await visit(browser, demo, picture)),
      ),
      () => popups(browser, picture),
      async () => void findings.push(await heldDownload(browser, picture)),
      () => options(browser, picture),
    ];
    for (const stop of stops) {
      await stop().catch((cause: unknown) => {
        failed += 1;
        console.error(`A stop of the tour in ${engine} failed:`, cause);
      });
    }
    await browser.close();
    await showUpdate(engine, picture).then(
      ({ before, after, date }) =>
        updates.push(
          `${engine}: an open page said ${before}; after an update of the advisory, without a reload: ${after}; and ${date}`,
        ),
      (cause: unknown) => {
        failed += 1;
        console.error(`The update in ${engine} failed:`, cause);
      },
    );
  }
  await site.close();
  console.log(table(findings));
  console.log(`\n${updates.join('\n')}`);
  console.log(`\nPictures: ${pictures}`);
  return failed === 0 ? 0 : 1;
}

/** Columns as wide as their longest cell. */
function table(findings: readonly Finding[]): string {
  const rows = [
    ['browser', 'page', 'label', 'badge', 'in the page'],
    ...findings.map((one) => [one.browser, one.page, one.label, one.badge, one.inThePage]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Long enough to look at a page before the update changes it. */
const updateAfterMs = 30_000;

async function tourOnScreen(): Promise<number> {
  const { browser, update, close } = await startFeedDemo('chromium', { headed: true });
  await browser.openPage(demoPages.otherListing.url);
  await browser.openPage(startPage);
  console.log('The browser shows the demo pages; the tour ends when you close it.');
  console.log(
    `In ${String(updateAfterMs / 1000)} seconds an update of the advisory arrives from a feed on this computer: a date moves in the popup,`,
  );
  console.log(
    `${demoPages.otherListing.url} is warned about without a reload, and ${demoPages.unrelated.url} is listed.`,
  );
  const timer = setTimeout(() => {
    update().then(
      () => console.log('The update is there.'),
      (cause: unknown) => console.error('The update failed:', cause),
    );
  }, updateAfterMs);
  await browser.closed();
  clearTimeout(timer);
  await close();
  return 0;
}

/** Resolves to the exit code. */
export function tour(): Promise<number> {
  const hasDisplay =
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) ||
    ['darwin', 'win32'].includes(process.platform);
  return hasDisplay ? tourOnScreen() : headlessTour();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await tour().catch((cause: unknown) => {
    // A missing browser is one plain line; anything else keeps its stack.
    console.error(
      cause instanceof Error && /Install it with/.test(cause.message) ? cause.message : cause,
    );
    return 1;
  });
}
