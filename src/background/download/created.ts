// Flow (b): a download was created. Pause first, then store the question, then ask.
//
//   created -> let through
//           -> paused -> question `held`  -> keep: resumed | cancel: ended and erased     (download-answer.ts)
//           -> too quick for us -> question `finished` -> keep | delete the file
import { downloadAction, spendAllowance } from '../../core/decision/download-action.ts';
import { fileNameOf } from '../../core/detection/file-name.ts';
import {
  findDownload,
  isCanceledElsewhere,
  reconcile,
  type BrowserDownload,
} from '../../core/decision/held-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { classifyDownload } from '../../core/detection/classify-download.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import { addressAttributes, fileAttributes, ruleAttributes } from '../../core/report/redact.ts';
import { newId, now, soon } from '../../platform/clock.ts';
import { downloadsOf, findDownloadById, pauseDownload } from '../../platform/worker/downloads.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { createMutex } from '../base/mutex.ts';
import { ask, changeQuestions, openQuestions } from './questions.ts';
import { showCanceled } from '../block/stop.ts';
import { cancel } from './remove.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { referringLabel } from './referring-page.ts';
import { report } from '../report/report.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';

/** Browsers may announce old downloads again at their start; those are nobody's new decision. */
const freshMs = 60_000;

/** A browser that is still there after this was not closing. */
const closingMs = 5_000;

/** A creation and the name that follows it would otherwise both ask. */
const inTurn = createMutex();

function isFresh(download: BrowserDownload): boolean {
  return download.state === 'in_progress' || now() - Date.parse(download.startedAt) < freshMs;
}

function hostsOf(download: BrowserDownload): string[] {
  return [download.url, download.finalUrl, download.referrer].flatMap((address) =>
    URL.canParse(address) ? new URL(address).hostname : [],
  );
}

async function isAllowed(download: BrowserDownload, verdict: Verdict): Promise<boolean> {
  let passes = false;
  await update(state.allowances, (allowances) => {
    const { id, url, finalUrl } = download;
    const spent = spendAllowance(allowances, {
      downloadId: id,
      url,
      finalUrl,
      label: verdict.label,
      now: now(),
    });
    passes = spent !== null;
    return spent ?? allowances;
  });
  return passes;
}

/** Stops the bytes; what became of the download tells how the question has to be put. */
async function hold(download: BrowserDownload): Promise<Pick<Question, 'state' | 'isStopped'>> {
  try {
    if (!download.isPaused) await pauseDownload(download.id);
  } catch (cause) {
    console.info(`Download ${download.id} could not be paused; it may be over already.`, cause);
  }
  const after = (await findDownloadById(download.id)) ?? download;
  if (after.state === 'complete') return { state: 'finished' };
  return after.state === 'interrupted' && !after.canResume
    ? { state: 'held', isStopped: true }
    : { state: 'held' };
}

/** The policy blocks: ended at once, or the file deleted where it was quicker than we are. */
async function stop(download: BrowserDownload, verdict: Verdict): Promise<void> {
  await cancel(download);
  const { advisory } = await currentAdvisory();
  const fileName = download.fileName || fileNameOf(download.finalUrl);
  await report(
    'download.canceled',
    {
      ...addressAttributes(download.finalUrl),
      ...fileAttributes(fileName),
      ...ruleAttributes(verdict, advisory.version),
    },
    { isPrivate: download.isPrivate },
  );
  await showCanceled(download.finalUrl || download.url, verdict, download.isPrivate);
}

async function consider(download: BrowserDownload): Promise<void> {
  if (!isFresh(download)) return;
  const [{ rules }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
  const verdict = classifyDownload(rules.index, {
    ...download,
    referrerLabel: await referringLabel(download.referrer, rules.index),
  });
  if (download.isOurs) {
    // Started for a person's "keep": it uses that up, or the next one like it would pass unasked.
    await isAllowed(download, verdict);
    return;
  }
  const way = mayProceed((await policy()).values, settings.mode);
  const action = downloadAction({
    label: verdict.label,
    hosts: hostsOf(download),
    settings,
    mayProceed: way,
  });
  if (action === 'let-through') return;
  if (action === 'cancel') return stop(download, verdict);
  if (await isAllowed(download, verdict)) return;

  const held = await hold(download);
  const { label, rule, reason } = verdict;
  await ask({
    id: newId(),
    kind: 'download',
    downloadId: download.id,
    url: download.url,
    finalUrl: download.finalUrl,
    referrer: download.referrer,
    fileName: download.fileName || fileNameOf(download.finalUrl),
    danger: download.danger,
    startedAt: download.startedAt,
    askedAt: new Date(now()).toISOString(),
    label,
    rule,
    reason,
    ...held,
    ...(download.isPrivate ? { isPrivate: true } : {}),
  });
}

export function handleDownloadCreated(download: BrowserDownload): Promise<void> {
  return inTurn(() => consider(download));
}

/** The person canceled it in the browser's own list, which answers the question; a closing browser never gets here. */
async function forgetCanceled(id: string): Promise<void> {
  await changeQuestions((questions) =>
    questions.filter((one) => one.id !== id || one.state !== 'gone'),
  );
}

/** A held download changed, or another one learned its name: Chromium chooses it only after the start. */
export function handleDownloadChanged(downloadId: number): Promise<void> {
  return inTurn(async () => {
    const download = await findDownloadById(downloadId);
    if (!download) return;
    const questions = await openQuestions();
    if (!questions.some((question) => question.downloadId === downloadId)) {
      if (download.state === 'in_progress' && !download.isPaused) await consider(download);
      return;
    }
    await changeQuestions((stored) =>
      stored.flatMap((question) => {
        const isOpen = question.downloadId === downloadId && question.answer === undefined;
        return isOpen ? (reconcile(question, download) ?? []) : question;
      }),
    );
    const canceled = questions.find(
      (question) => question.downloadId === downloadId && isCanceledElsewhere(question, download),
    );
    if (canceled && canceled.answer === undefined)
      soon(closingMs, () => void forgetCanceled(canceled.id));
  });
}

/** After a start of the browser: each question against what the browser still knows of its download. */
export async function reconcileQuestions(): Promise<void> {
  const found = new Map<string, BrowserDownload | undefined>();
  for (const question of await openQuestions()) {
    if (question.kind === 'download')
      found.set(question.id, findDownload(question, await downloadsOf(question.url)));
  }
  await changeQuestions((questions) =>
    questions.flatMap((question) =>
      found.has(question.id) ? (reconcile(question, found.get(question.id)) ?? []) : question,
    ),
  );
  for (const question of await openQuestions()) {
    const download = found.get(question.id);
    if (download?.state === 'in_progress' && !download.isPaused) await hold(download);
  }
}
