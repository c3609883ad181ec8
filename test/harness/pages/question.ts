// The question page, which asks about held downloads and links.
import type { Browser, PageHandle } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';
import { showsText } from './own-page.ts';

export const questionPath = 'src/pages/question/index.html';

/** The page that the extension opened itself, once it names this file. */
export async function askedAbout(browser: Browser, fileName: string): Promise<PageHandle> {
  const page = await eventually(
    'The question page',
    async () => (await browser.extensionPages(questionPath))[0],
  );
  await showsText(page, new RegExp(fileName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return page;
}

export interface Download {
  readonly id: number;
  readonly url: string;
  readonly filename: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly paused: boolean;
  readonly bytesReceived: number;
}

export async function downloadsOf(browser: Browser, url: string): Promise<Download[]> {
  const all = await browser.api<Download[]>('downloads.search', {});
  return all.filter((download) => download.url === url);
}
