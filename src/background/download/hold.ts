// Pauses a download until a person has answered.
import { afterHold, type BrowserDownload, type Held } from '../../core/decision/held-download.ts';
import { wait } from '../../platform/clock.ts';
import { findDownloadById } from '../../platform/worker/downloads/downloads.ts';
import { pauseDownload } from '../../platform/worker/downloads/controls.ts';

/** Firefox accepts a pause before the download has begun, and then ignores it. */
const attempts = 10;
const betweenMs = 100;

/** The result; null if the download failed by itself. */
export async function hold({ id }: BrowserDownload): Promise<Held | null> {
  let isPausedByUs = false;
  for (let attempt = 0; ; attempt += 1) {
    const before = await findDownloadById(id);
    if (before?.state === 'in_progress' && !before.isPaused) {
      const isTaken = await pauseDownload(id).then(
        () => true,
        (cause: unknown) => {
          console.info(
            `Download ${String(id)} could not be paused; it may be over already.`,
            cause,
          );
          return false;
        },
      );
      isPausedByUs ||= isTaken;
    }
    const after = await findDownloadById(id);
    const isRunning = after?.state === 'in_progress' && !after.isPaused;
    if (!isRunning || attempt === attempts) return afterHold(after, isPausedByUs);
    await wait(betweenMs);
  }
}
