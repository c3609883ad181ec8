// What the downloads API tells, with the engines' differences evened out.
import browser, { type Downloads } from 'webextension-polyfill';
import type { BrowserDownload } from '../../../core/decision/held-download.ts';
import type { Danger } from '../../../core/decision/question.ts';

/**
 * Chromium's Safe Browsing results, in the order of its enumeration; all others mean no finding.
 */
const dangers: Readonly<Record<string, Danger>> = {
  url: 'dangerous',
  content: 'dangerous',
  uncommon: 'suspicious',
  host: 'dangerous',
  unwanted: 'suspicious',
  deepScannedOpenedDangerous: 'dangerous',
  accountCompromise: 'dangerous',
};

function facts(item: Downloads.DownloadItem): BrowserDownload {
  // Firefox has no finalUrl; its url is already the last one.
  const finalUrl = 'finalUrl' in item && typeof item.finalUrl === 'string' ? item.finalUrl : '';
  return {
    id: item.id,
    url: item.url,
    finalUrl: finalUrl || item.url,
    referrer: item.referrer ?? '',
    fileName: item.filename.split(/[\\/]/).at(-1) ?? '',
    hasName: item.filename !== '',
    mime: item.mime ?? '',
    danger: dangers[item.danger] ?? 'none',
    startedAt: item.startTime,
    endedAt: item.endTime ?? '',
    state: item.state,
    isPaused: item.paused,
    canResume: item.canResume,
    receivedBytes: item.bytesReceived,
    totalBytes: item.totalBytes ?? -1,
    isCanceled: item.error === 'USER_CANCELED',
    exists: item.exists,
    isPrivate: item.incognito,
    isContained: item.cookieStoreId?.startsWith('firefox-container') === true,
    isOurs: item.byExtensionId === browser.runtime.id,
  };
}

/** Firefox for Android has no download events. */
export function areDownloadsTold(): boolean {
  return 'downloads' in browser && 'onCreated' in browser.downloads;
}

export function onDownloadCreated(listener: (download: BrowserDownload) => void): void {
  if (areDownloadsTold()) browser.downloads.onCreated.addListener((item) => listener(facts(item)));
}

/** Calls back on changes that matter to us: state, name, danger, or a file that is gone. */
export function onDownloadChanged(listener: (downloadId: number) => void): void {
  if (!areDownloadsTold()) return;
  browser.downloads.onChanged.addListener((delta) => {
    const { filename, danger, state, paused, exists } = delta;
    if (filename || danger || state || paused || exists) listener(delta.id);
  });
}

/** The download was removed from the browser's list. */
export function onDownloadErased(listener: (downloadId: number) => void): void {
  if (areDownloadsTold()) browser.downloads.onErased.addListener(listener);
}

export async function findDownloadById(id: number): Promise<BrowserDownload | undefined> {
  const [item] = areDownloadsTold() ? await browser.downloads.search({ id }) : [];
  return item && facts(item);
}

export async function downloadsOf(url: string): Promise<BrowserDownload[]> {
  return areDownloadsTold() ? (await browser.downloads.search({ url })).map(facts) : [];
}

/** Every paused download. */
export async function pausedDownloads(): Promise<BrowserDownload[]> {
  return areDownloadsTold() ? (await browser.downloads.search({ paused: true })).map(facts) : [];
}
