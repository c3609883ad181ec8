// The end of a download that is not wanted: stopped, or its file deleted where it was there already.
import type { BrowserDownload } from '../../core/decision/held-download.ts';
import type { Answered } from '../../core/decision/question.ts';
import { cancelDownload, deleteDownload } from '../../platform/worker/downloads.ts';

export async function cancel(download: BrowserDownload | undefined): Promise<Answered['outcome']> {
  if (!download) return 'canceled';
  if (download.state === 'complete') {
    if (download.exists) await deleteDownload(download.id);
    return 'deleted';
  }
  await cancelDownload(download.id);
  return 'canceled';
}
