// Flow (b): a download was created, or got its name, which Chromium chooses only later. The state
// machine is drawn in docs/downloads.md. The question is stored before anything is stopped.
import { spendAllowance } from '../../core/decision/allowance.ts';
import { downloadAction } from '../../core/decision/download-action.ts';
import { isFresh, isSavedPage, type BrowserDownload } from '../../core/decision/held-download.ts';
import { identityOf, isSameDownload } from '../../core/decision/noted-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { dayMs } from '../../core/base/time.ts';
import { hostOf } from '../../core/base/web-address.ts';
import { classifyDownload } from '../../core/detection/classify-download.ts';
import { fileNameOf } from '../../core/detection/file-name.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import { newId, now } from '../../platform/clock.ts';
import { findDownloadById } from '../../platform/worker/downloads/downloads.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { settle } from './answered.ts';
import { hold } from './hold.ts';
import { findWaiting, forgetWaiting, isSettled, noteSettled, noteWaiting } from './noted.ts';
import { storedQuestions } from './open.ts';
import { addQuestion, announce, changeQuestion, showQuestions } from './questions.ts';
import { referringLabel } from './referring-page.ts';

/** A download that was canceled this soon was canceled by the browser, not by a person. */
const atOnceMs = 10_000;

async function isAllowed(download: BrowserDownload, verdict: Verdict): Promise<boolean> {
  let passes = false;
  await update(state.allowances, (allowances) => {
    const { id, url, finalUrl, referrer } = download;
    const query = { downloadId: id, addresses: [url, finalUrl], page: hostOf(referrer) };
    const spent = spendAllowance(allowances, { ...query, label: verdict.label, now: now() });
    passes = spent !== null;
    return spent ?? allowances;
  });
  // A permission ends with the session, and the browser may announce it in the next one.
  if (passes) await noteSettled(download, dayMs);
  return passes;
}

function questionAbout(
  download: BrowserDownload,
  { label, rule, reason, advisory }: Verdict,
): Question {
  const { id, url, finalUrl, referrer, fileName, danger, startedAt, mime, totalBytes } = download;
  return {
    id: newId(),
    kind: 'download',
    downloadId: id,
    url,
    finalUrl,
    referrer,
    fileName: fileName || fileNameOf(finalUrl),
    danger,
    startedAt,
    askedAt: new Date(now()).toISOString(),
    label,
    rule,
    reason,
    advisory,
    state: 'held',
    expects: { mime, bytes: totalBytes },
    ...(/^https?:/.test(url) && !download.isContained ? {} : { isUnrepeatable: true }),
    ...(download.hasName ? {} : { isUnnamed: true }),
    ...(download.isPrivate ? { isPrivate: true } : {}),
  };
}

/** What settings and policy say about it. */
async function actionFor(download: BrowserDownload, verdict: Verdict) {
  const settings = await effectiveSettings();
  const hosts = [download.url, download.finalUrl, download.referrer].map(hostOf).filter(Boolean);
  const way = mayProceed((await policy()).values, settings.mode);
  return downloadAction({ label: verdict.label, hosts, settings, mayProceed: way });
}

function endedByItself({ state: is, canResume, isCanceled, startedAt }: BrowserDownload): boolean {
  if (is !== 'interrupted' || canResume) return false;
  return !isCanceled || now() - Date.parse(startedAt) > atOnceMs;
}

/** It has one already, or no longer needs one. */
async function isDealtWith(download: BrowserDownload): Promise<boolean> {
  const identity = identityOf(download);
  const isItsOwn = ({ downloadId, url, startedAt }: Question) =>
    downloadId !== undefined &&
    isSameDownload(identityOf({ id: downloadId, url, startedAt }), identity);
  return (await storedQuestions()).some(isItsOwn) || isSettled(download);
}

/** `told`: the event's data, which may be outdated. Resolves to `waits` if there is no room to ask. */
export async function consider(told: BrowserDownload): Promise<'waits' | undefined> {
  const download = (await findDownloadById(told.id)) ?? told;
  const waited = await findWaiting(download);
  const isAwaited = waited?.isStopped === true || (waited && download.state === 'complete');
  if (!isAwaited && (!isFresh(download, now()) || endedByItself(download))) return undefined;
  const { rules } = await currentAdvisory();
  const verdict = classifyDownload(rules.index, {
    ...download,
    referrerLabel: await referringLabel(download.referrer, rules.index),
  });
  if (download.isOurs) {
    // Use up the allowance that started it, or the next such download would pass unasked.
    await isAllowed(download, verdict);
    return undefined;
  }
  if (isSavedPage(download) !== false) return undefined;
  const action = await actionFor(download, verdict);
  if (action === 'let-through' || (await isDealtWith(download))) return undefined;
  if (await isAllowed(download, verdict)) return undefined;

  const question: Question = {
    ...questionAbout(download, verdict),
    ...(waited?.isStopped ? { isStopped: true } : {}),
    ...(action === 'cancel' ? { answer: 'cancel', isBlocked: true } : {}),
  };
  if (!(await addQuestion(question))) {
    await waitForRoom(download, question);
    // Shown once; every change of the download comes here again.
    if (!waited) await showQuestions();
    return 'waits';
  }
  await ask(download, question);
  return undefined;
}

/** `adoptHeld` asks about it once others are answered. */
async function waitForRoom(download: BrowserDownload, question: Question): Promise<void> {
  if (question.isStopped) return;
  await noteWaiting(download, question);
  const held = await hold(download);
  if (held) await noteWaiting(download, { ...question, ...held });
  else await forgetWaiting(identityOf(download));
}

async function ask(download: BrowserDownload, question: Question): Promise<void> {
  // Stopped while it waited: there is nothing left to hold.
  const held = question.isStopped ? ({ state: 'held' } as const) : await hold(download);
  const after = { ...question, ...held };
  await changeQuestion(question.id, (one) => (held ? { ...one, ...held } : null));
  // Without a name, the browser may be showing its own dialog: wait for that.
  if (!held || question.isUnnamed) return;
  if (question.isBlocked) await settle(after);
  else await announce(after);
}
