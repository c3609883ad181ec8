// What can be done to a download. Apart from the events and queries, which each start of the worker reads.
import browser from 'webextension-polyfill';

/** Nobody has a download in hand where the browser has none. */
function api(): typeof browser.downloads {
  if ('downloads' in browser) return browser.downloads;
  throw new Error('This browser offers no downloads to extensions.');
}

/** Rejects if the download is already over. */
export async function pauseDownload(id: number): Promise<void> {
  await api().pause(id);
}

/** Chromium resolves once bytes flow again, Firefox once the download has ended. */
export async function resumeDownload(id: number): Promise<void> {
  await api().resume(id);
}

/** If it is already complete, Firefox rejects and Chromium does nothing. */
export async function cancelDownload(id: number): Promise<void> {
  await api().cancel(id);
}

/** Deletes a finished download's file. */
export async function removeFile(id: number): Promise<void> {
  await api().removeFile(id);
}

/** Removes it from the browser's list. */
export async function eraseDownload(id: number): Promise<void> {
  await api().erase({ id });
}

/**
 * Its id, as soon as it has begun. Without a name Firefox takes the address's own, whatever the server calls the file. `incognito` is Firefox's option;
 * Chromium keeps every private download resumable and refuses the word.
 */
export async function startDownload(
  url: string,
  filename: string | undefined,
  isPrivate: boolean,
): Promise<number> {
  return api().download({
    url,
    ...(filename ? { filename } : {}),
    ...(isPrivate ? { incognito: true } : {}),
  });
}
