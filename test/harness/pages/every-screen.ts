// Reads every screen of the extension: whole documents, including folded parts.
import { pageNames, pagePath } from '../../../src/pages/pages.ts';
import type { Browser, PageHandle } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';

const popupParts = [
  'now',
  'switch',
  'ban',
  'dates',
  'me',
  'facts',
  'questions',
  'search',
  'ticket',
];

export interface Screen {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly direction: string;
}

const reading = `() => {
  const main = document.querySelector('#root');
  const parts = [...main.querySelectorAll('*')].filter((one) => !one.children.length || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  // Keep no-break spaces.
  const words = [...new Set(parts.map((one) => one.textContent.replace(/[ \\t\\r\\n]+/g, ' ').trim()))];
  const names = [...main.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
  const isWaiting = main.childElementCount === 0 || main.querySelector('[aria-busy=true]') !== null;
  return { isWaiting, text: [document.title, ...words, ...names].filter(Boolean).join('\\n'), language: document.documentElement.lang, direction: document.documentElement.dir, isThere: document.querySelector('h1, .footer') !== null && document.querySelector('.waiting, [aria-busy=true]') === null };
}`;

/** Reads a page's text once it stops changing and isn't empty. */
export async function readScreen(page: PageHandle, name: string): Promise<Screen> {
  let before = '';
  return eventually(`The screen ${name}`, async () => {
    const { isWaiting, ...screen } = await page.evaluate<
      Omit<Screen, 'name'> & { readonly isWaiting: boolean }
    >(reading);
    const isSettled = !isWaiting && screen.text.length > 40 && screen.text === before;
    before = screen.text;
    return isSettled && { name, ...screen };
  });
}

/** The popup's parts in their own tab, about the page in that tab; then every other page. */
export async function everyScreen(browser: Browser, about: PageHandle): Promise<Screen[]> {
  const screens: Screen[] = [];
  const read = async (name: string, path: string, act?: (page: PageHandle) => Promise<void>) => {
    const page = await browser.openExtensionPage(path);
    screens.push(await readScreen(page, name));
    await act?.(page);
    await page.close();
  };
  const readAllProducts = async (page: PageHandle) => {
    await page.evaluate(
      `() => { const need = document.getElementById('need'); need.selectedIndex = 0; need.dispatchEvent(new Event('change', { bubbles: true })); }`,
    );
    screens.push(await readScreen(page, 'popup, products'));
  };
  for (const part of popupParts)
    await read(
      `popup, ${part}`,
      `${pagePath('popup')}?tab=${String(about.tabId)}#${part}`,
      part === 'switch' ? readAllProducts : undefined,
    );
  for (const name of pageNames.filter((one) => one !== 'popup' && one !== 'blocked'))
    await read(name, pagePath(name));
  return screens;
}
