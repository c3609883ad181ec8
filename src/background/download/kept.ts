// Follows a download that a person keeps until its file is complete, or until it is clear that it
// won't come.
import { addAllowance, extendAllowances } from '../../core/decision/allowance.ts';
import type { Allowance } from '../../core/decision/allowance-schema.ts';
import { afterKeep, type BrowserDownload } from '../../core/decision/held-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { dayMs } from '../../core/base/time.ts';
import { hostOf } from '../../core/base/web-address.ts';
import { suggestedName } from '../../core/detection/file-name.ts';
import { now } from '../../platform/clock.ts';
import {
  eraseDownload,
  resumeDownload,
  startDownload,
} from '../../platform/worker/downloads/controls.ts';
import { findDownloadById } from '../../platform/worker/downloads/downloads.ts';
import type { Redirect } from '../../platform/worker/web/navigations.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { conclude, remember } from './outcome.ts';
import { changeQuestion } from './questions.ts';
import { endDownload } from './remove.ts';

/** Long enough for a slow server to start sending. */
export const newStartMs = 2 * 60_000;
/** Long enough to go back to the site and start the download there. */
const againMs = 60 * 60_000;

export async function allow(allowance: Allowance, { isPrivate }: Question): Promise<void> {
  const added = { ...allowance, ...(isPrivate ? { isPrivate } : {}) };
  await update(state.allowances, (allowances) => addAllowance(allowances, added, now()));
}

/** An allowed link was redirected: the allowance covers its target too. */
export async function followRedirect({ from, to }: Redirect): Promise<void> {
  await update(state.allowances, (allowances) => extendAllowances(allowances, from, to));
}

/** Only the first caller may restart it; events of the old download no longer count. */
async function claimStart(id: string): Promise<boolean> {
  let isMine = false;
  await changeQuestion(id, (one) => {
    if (one.isUnrepeatable) return one;
    isMine = true;
    const { downloadId: _, isStopped: __, ...known } = one;
    return { ...known, isUnrepeatable: true, isBegun: true };
  });
  return isMine;
}

/** Chromium announces the new download before it says that it is ours, so it needs an allowance. */
async function startAgain(question: Question): Promise<void> {
  const { id, url, finalUrl, fileName, isPrivate, isUnrepeatable } = question;
  if (isUnrepeatable) return lose(question);
  if (!(await claimStart(id))) return;
  await allow({ addresses: [url, finalUrl], until: now() + newStartMs }, question);
  const begun = { ...question, isUnrepeatable: true };
  try {
    const downloadId = await startDownload(url, suggestedName(fileName), isPrivate === true);
    const download = await findDownloadById(downloadId);
    const { startedAt } = download ?? question;
    await changeQuestion(id, (one) => ({ ...one, downloadId, startedAt }));
    // It may be complete already, before any event about it could match.
    if (download) await settleKept(begun, await findDownloadById(downloadId));
  } catch (cause) {
    console.warn(`Download ${id} could not be started again.`, cause);
    await lose(begun);
  }
}

/** We can't get the file again: let the person start it once more on its own site. */
async function lose(question: Question): Promise<void> {
  const { url, finalUrl, referrer, label } = question;
  const files = [...new Set([url, finalUrl].map(hostOf))].filter(Boolean);
  const site = { page: hostOf(referrer), files, label };
  if (await conclude(question, 'lost', site.page || files[0] || ''))
    await allow({ addresses: [], site, until: now() + againMs }, question);
}

/** Not awaited: in Firefox it takes as long as the download. Restarts it if it can't be resumed. */
async function resume(download: BrowserDownload, question: Question): Promise<void> {
  try {
    await resumeDownload(download.id);
  } catch (cause) {
    console.info(`Download ${String(download.id)} could not be resumed.`, cause);
    const after = await findDownloadById(download.id);
    if (after && (after.isCanceled || after.receivedBytes > download.receivedBytes)) return;
    await eraseDownload(download.id);
    await startAgain(question);
  }
}

/** Resumes or restarts the download; `settleKept` reports the result later. */
export async function beginKept(
  question: Question,
  download: BrowserDownload | undefined,
): Promise<void> {
  const { id, url, finalUrl } = question;
  await remember(question, 'coming');
  if (download?.state === 'complete') return settleKept(question, download);
  if (!download || (download.state === 'interrupted' && !download.canResume)) {
    if (download) await eraseDownload(download.id);
    return startAgain(question);
  }
  const until = now() + dayMs;
  await allow({ addresses: [url, finalUrl], downloadId: download.id, until }, question);
  await changeQuestion(id, (one) => ({ ...one, downloadId: download.id, isBegun: true }));
  if (!download.isPaused && download.state !== 'interrupted') return;
  resume(download, question).catch((cause: unknown) =>
    console.error(`Download ${String(download.id)} could not be started again.`, cause),
  );
}

/** Reports the result, if there is one yet. */
export async function settleKept(
  question: Question,
  download: BrowserDownload | undefined,
): Promise<void> {
  const came = afterKeep(question, download);
  if (came === 'coming') return;
  if (came === 'kept' || came === 'canceled') {
    await conclude(question, came);
    return;
  }
  // Never leave another document under the installer's name.
  if (download) await (came === 'other' ? endDownload : eraseDownload)(download.id);
  await (came === 'lost' ? startAgain(question) : lose(question));
}
