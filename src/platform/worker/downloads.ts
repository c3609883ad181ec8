// The downloads API, with the engines' differences evened out.
import browser, { type Downloads } from 'webextension-polyfill';
import type { BrowserDownload } from '../../core/decision/held-download.ts';
import type { Danger } from '../../core/decision/question.ts';

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
    mime: item.mime ?? '',
    danger: dangers[item.danger] ?? 'none',
    startedAt: item.startTime,
    state: item.state,
    isPaused: item.paused,
    canResume: item.canResume,
    receivedBytes: item.bytesReceived,
    isCanceled: item.error === 'USER_CANCELED',
    exists: item.exists,
    isPrivate: item.incognito,
    isOurs: item.byExtensionId === browser.runtime.id,
  };
}

export function onDownloadCreated(listener: (download: BrowserDownload) => void): void {
  browser.downloads.onCreated.addListener((item) => listener(facts(item)));
}

/** Calls back on changes that matter to us: state, file name or danger. */
export function onDownloadChanged(listener: (downloadId: number) => void): void {
  browser.downloads.onChanged.addListener((delta) => {
    if (delta.filename || delta.danger || delta.state || delta.paused) listener(delta.id);
  });
}

export async function findDownloadById(id: number): Promise<BrowserDownload | undefined> {
  const [item] = await browser.downloads.search({ id });
  return item && facts(item);
}

export async function downloadsOf(url: string): Promise<BrowserDownload[]> {
  return (await browser.downloads.search({ url })).map(facts);
}

/** Rejects if the download is already over. */
export async function pauseDownload(id: number): Promise<void> {
  await browser.downloads.pause(id);
}

/** Chromium resolves once bytes flow again, Firefox once the download has ended. */
export async function resumeDownload(id: number): Promise<void> {
  await browser.downloads.resume(id);
}

/** Cancels a download and removes it from the browser's list, along with the partial file. */
export async function cancelDownload(id: number): Promise<void> {
  await browser.downloads.cancel(id);
  await browser.downloads.erase({ id });
}

/** Deletes a finished download's file and its entry in the browser's list. */
export async function deleteDownload(id: number): Promise<void> {
  await browser.downloads.removeFile(id);
  await browser.downloads.erase({ id });
}

export async function eraseDownload(id: number): Promise<void> {
  await browser.downloads.erase({ id });
}

/**
 * Without a name, Firefox uses the URL's, ignoring the server's. Only Firefox accepts `incognito`;
 * Chromium can resume every private download and rejects the option.
 */
export async function startDownload(
  url: string,
  filename: string | undefined,
  isPrivate: boolean,
): Promise<void> {
  await browser.downloads.download({
    url,
    ...(filename ? { filename } : {}),
    ...(isPrivate ? { incognito: true } : {}),
  });
}
