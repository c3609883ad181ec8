// Cancels an unwanted download, or deletes its file if it is already complete. Looks at the result
// each time, because browsers don't say that a cancel came too late.
import type { BrowserDownload } from '../../core/decision/held-download.ts';
import { wait } from '../../platform/clock.ts';
import {
  cancelDownload,
  eraseDownload,
  removeFile,
} from '../../platform/worker/downloads/controls.ts';
import { findDownloadById } from '../../platform/worker/downloads/downloads.ts';

/** `left`: the file exists and could not be deleted. */
export type Ending = 'canceled' | 'deleted' | 'left';

/** While the browser moves a file into place, it can neither be canceled nor deleted. */
const attempts = 40;
const betweenMs = 50;

async function removeFinished({ id, exists }: BrowserDownload): Promise<Ending> {
  if (!exists) return 'deleted';
  try {
    await removeFile(id);
  } catch (cause) {
    console.warn(`The file of download ${String(id)} could not be deleted.`, cause);
    if ((await findDownloadById(id))?.exists) return 'left';
  }
  await eraseDownload(id);
  return 'deleted';
}

/** Rejects with the browser's own message if the download doesn't end. */
export async function endDownload(id: number): Promise<Ending> {
  let refusal: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const download = await findDownloadById(id);
    if (!download) return 'canceled';
    if (download.state === 'complete') return removeFinished(download);
    if (download.state === 'interrupted' && !download.canResume) {
      await eraseDownload(id);
      return 'canceled';
    }
    await cancelDownload(id).catch((cause: unknown) => (refusal = cause));
    if (attempt > 0) await wait(betweenMs);
  }
  throw refusal instanceof Error ? refusal : new Error('The browser does not end the download.');
}
