// The stops of the tour: demo pages, the popup, a held download, the settings, each with its
// pictures.
import { parseAdvisoryValue } from '../../src/core/advisory/parse.ts';
import { classifyPage } from '../../src/core/detection/classify-page.ts';
import { compileRules } from '../../src/core/detection/engine/rule-index.ts';
import packaged from '../../src/data/advisory.json' with { type: 'json' };
import { pagePath } from '../../src/pages/pages.ts';
import type { Browser, Engine, PageHandle, View } from '../../test/harness/browsers/browser.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { badgeOf } from '../../test/harness/pages/badge.ts';
import { finished } from '../../test/harness/pages/finished.ts';
import { markTexts, noticeIn } from '../../test/harness/pages/notice.ts';
import { askedAbout, questionPath } from '../../test/harness/pages/question.ts';
import { demoFiles, demoPages, type DemoPage } from '../../test/harness/site/routes.ts';

export type Picture = (page: View, name: string) => Promise<void>;

const desktop = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };
const popupSize = { width: 400, height: 600 };
const popupSections = ['switch', 'ban', 'dates', 'me', 'facts', 'questions'];

export interface Finding {
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
  // If something doesn't appear, report it and go on.
  return eventually(what, attempt, 4000).catch(() => null);
}

/** The packaged advisory's label for a demo page. */
function labelOf(demo: DemoPage): string {
  const advisory = parseAdvisoryValue(packaged);
  if (!advisory.ok) throw new Error('The packaged advisory is invalid.');
  return classifyPage(compileRules(advisory.value.detection).index, { url: demo.url }).label;
}

export async function visit(browser: Browser, demo: DemoPage, picture: Picture): Promise<Finding> {
  const page = await browser.openPage(demo.url);
  await page.resize(desktop);
  const speaks = !['mention', 'exempt', 'unrelated', 'lookalike'].includes(demo.label);
  const notice = speaks ? await ask('The notice', () => noticeIn(page)) : await noticeIn(page);
  // Wait for the marks and the notice's entrance animation.
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

export async function popups(browser: Browser, picture: Picture): Promise<void> {
  for (const demo of [
    demoPages.vendor,
    demoPages.research,
    demoPages.lookalike,
    demoPages.unrelated,
  ]) {
    const page = await browser.openPage(demo.url);
    const popup = await browser.clickIcon(page);
    await finished(popup, `popup on ${demo.name}`);
    await picture(popup, `popup-on-${demo.name}`);
    await page.close();
  }
  const vendor = await browser.openPage(demoPages.vendor.url);
  for (const section of popupSections) {
    const popup = await browser.openExtensionPage(
      `${pagePath('popup')}?tab=${vendor.tabId ?? ''}#${section}`,
    );
    for (const dark of [false, true]) {
      await popup.resize({ ...popupSize, dark });
      await finished(popup, `popup, ${section}`);
      await picture(popup, `popup-${section}${dark ? '-dark' : ''}`);
    }
    await popup.close();
  }
  await vendor.close();
}

export async function heldDownload(browser: Browser, picture: Picture): Promise<Finding> {
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
      await finished(question, name);
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

export async function options(browser: Browser, picture: Picture): Promise<void> {
  const page: PageHandle = await browser.openExtensionPage(pagePath('options'));
  for (const [name, viewport] of Object.entries({
    options: desktop,
    'options-dark': { ...desktop, dark: true },
    'options-320': narrow,
  })) {
    await page.resize(viewport);
    await finished(page, name);
    await picture(page, name);
  }
  await page.close();
}
