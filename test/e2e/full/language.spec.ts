// The language is chosen in the settings, whatever the browser speaks: every screen follows at once, and none mixes two languages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import advisory from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../../cases/advisory/advisory-texts.ts';
import type { PageHandle } from '../../harness/browsers/browser.ts';
import { eventually } from '../../harness/eventually.ts';
import { inEachBrowser } from '../../harness/stage.ts';
import { badgeOf } from '../../harness/pages/badge.ts';
import { everyScreen, readScreen, type Screen } from '../../harness/pages/every-screen.ts';
import { markTexts, shownNotice } from '../../harness/pages/notice.ts';
import { askedAbout, questionPath } from '../../harness/pages/question.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';

type Language = 'en' | 'es';

const strings = { en: Object.values(english), es: Object.values(spanish) };
const facts = { en: advisoryTexts(advisory, 'en'), es: advisoryTexts(advisory, 'es') };
const words = (language: Language) => [
  ...strings[language].map(({ message }) => message),
  ...facts[language].values(),
];

/** What only one of the languages says, long enough to be told from a name. Titles of sources stay in the source's language. */
function only(language: Language, other: Language): string[] {
  const elsewhere = [...words(other), ...advisory.sources.map(({ title }) => title)].join('\n');
  return words(language)
    .flatMap((text) => text.split(/\$\d/))
    .map((text) => text.trim())
    .filter((text) => text.length > 11 && text.includes(' ') && !elsewhere.includes(text));
}

const foreign = { en: only('es', 'en'), es: only('en', 'es') };
const left = (language: Language, { name, text }: Pick<Screen, 'name' | 'text'>) =>
  foreign[language].filter((one) => text.includes(one)).map((one) => `${name}: ${one}`);

inEachBrowser('The language', (stage) => {
  let vendor: PageHandle;
  let options: PageHandle;
  let popup: PageHandle;
  let question: PageHandle;

  const choose = (language: string) =>
    options.evaluate(
      `(language) => { const choice = document.querySelector('#language-choice'); choice.value = language; choice.dispatchEvent(new Event('change', { bubbles: true })); }`,
      language,
    );
  const speaks = (page: PageHandle, language: Language, word: string) =>
    eventually(`"${word}" in ${language}`, async () => {
      const [tag, text] = await page.evaluate<[string, string]>(
        '() => [document.documentElement.lang, document.body.innerText]',
      );
      return tag === language && text.includes(word);
    });
  const noticeSays = async (language: Language) => {
    await vendor.toFront();
    return eventually('The notice in the language', async () => {
      const { text, language: tag, direction } = await shownNotice(vendor);
      return (
        tag === language &&
        direction === 'ltr' &&
        text.includes(facts[language].get('notices.product-download.title') ?? 'missing') &&
        text.includes(
          language === 'es'
            ? spanish.noticeTopicAlternatives.message
            : english.noticeTopicAlternatives.message,
        ) &&
        text
      );
    });
  };
  const badgeSays = (word: string) =>
    eventually(`The badge's ${word}`, async () =>
      (await badgeOf(stage().browser, vendor)).title.includes(word),
    );

  beforeAll(async () => {
    const { browser } = stage();
    vendor = await browser.openPage(demoPages.vendorDownload.url);
    const starter = await browser.openPage(demoPages.unrelated.url);
    await starter.evaluate('(file) => { location.href = file; }', demoFiles.slow);
    question = await askedAbout(browser, 'kis15.0.1.415en_6872.exe');
    await starter.close();
    popup = await browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${String(vendor.tabId)}#ban`,
    );
    options = await browser.openExtensionPage('src/pages/options/index.html');
    await speaks(options, 'en', english.optionsTitle.message);
  });
  afterAll(async () => {
    for (const page of await stage().browser.extensionPages(questionPath)) await page.close();
    for (const page of [vendor, popup, options]) await page.close();
    await stage().browser.api('downloads.erase', {});
  });

  it('is English here, on every open surface', async () => {
    await speaks(popup, 'en', 'Final Determination');
    await speaks(question, 'en', english.questionTitleDownload_one.message);
    expect(left('en', { name: 'notice', text: await noticeSays('en') })).toEqual([]);
    await badgeSays(facts.en.get('notices.product-download.title') ?? 'missing');
  });

  it('changes to Spanish while they are open: settings, popup, question, notice and badge', async () => {
    await choose('es');
    await speaks(options, 'es', spanish.optionsTitle.message);
    await speaks(popup, 'es', 'Determinación final (Final Determination)');
    await speaks(question, 'es', spanish.questionTitleDownload_one.message);
    expect(left('es', { name: 'notice', text: await noticeSays('es') })).toEqual([]);
    await badgeSays(facts.es.get('notices.product-download.title') ?? 'missing');
    await eventually('Marks in Spanish', async () =>
      (await markTexts(vendor)).every((mark) => mark === spanish.linkMark.message),
    );
    expect(await markTexts(vendor)).toHaveLength(2);
    expect(left('es', await readScreen(question, 'question'))).toEqual([]);
  });

  it('speaks Spanish under the toolbar button from its first screen on', async () => {
    const opened = await stage().browser.clickIcon(vendor);
    const seen = await opened.evaluate<[string, string]>(
      '() => [document.documentElement.lang, document.body.innerText]',
    );
    if (seen[1].trim() !== '')
      expect(left('es', { name: 'the first screen', text: seen[1] })).toEqual([]);
    await eventually('The popup in Spanish', async () => {
      const [tag, text] = await opened.evaluate<[string, string]>(
        '() => [document.documentElement.lang, document.body.innerText]',
      );
      expect(left('es', { name: 'the popup', text })).toEqual([]);
      return tag === 'es' && text.includes(spanish.popupVerdict_product_download.message);
    });
  });

  it('leaves no English on any screen, and says so to screen readers', async () => {
    const screens = await everyScreen(stage().browser, vendor);
    expect(
      screens
        .map(({ name, language, direction }) => `${name} ${language} ${direction}`)
        .filter((line) => !line.endsWith('es ltr')),
    ).toEqual([]);
    expect(screens.flatMap((screen) => left('es', screen))).toEqual([]);
    expect(screens.length).toBeGreaterThan(9);
  });

  it('writes the summary for a ticket in Spanish', async () => {
    const page = await stage().browser.openExtensionPage(
      `src/pages/popup/index.html?tab=${String(vendor.tabId)}#ticket`,
    );
    const { text } = await readScreen(page, 'ticket');
    await page.close();
    expect(text).toContain(facts.es.get('ban.headline.text'));
    expect(left('es', { name: 'ticket', text })).toEqual([]);
  });

  it('is still Spanish after the worker was stopped, and English again when that is chosen', async () => {
    await stage().browser.stopWorker();
    await vendor.goto(demoPages.vendorDownload.url);
    await noticeSays('es');
    await choose('en');
    await speaks(options, 'en', english.optionsTitle.message);
    await speaks(popup, 'en', 'Final Determination');
    await speaks(question, 'en', english.questionTitleDownload_one.message);
    expect(left('en', { name: 'notice', text: await noticeSays('en') })).toEqual([]);
    const screens = await everyScreen(stage().browser, vendor);
    expect(screens.flatMap((screen) => left('en', screen))).toEqual([]);
  });
});
