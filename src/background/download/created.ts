// Flow (b): a download was created, or got its name, which Chromium chooses only later. The state
// machine is drawn in docs/downloads.md. The question is stored before anything is stopped.
import { spendAllowance } from '../../core/decision/allowance.ts';
import { downloadAction } from '../../core/decision/download-action.ts';
import { isFresh, isSavedPage, type BrowserDownload } from '../../core/decision/held-download.ts';
import type { Question } from '../../core/decision/question.ts';
import { hostOf } from '../../core/base/web-address.ts';
import { classifyDownload } from '../../core/detection/classify-download.ts';
import { fileNameOf } from '../../core/detection/file-name.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import { newId, now } from '../../platform/clock.ts';
import { findDownloadById, pauseDownload } from '../../platform/worker/downloads.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { state } from '../base/storage-items.ts';
import { update } from '../base/store.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { settle } from './answered.ts';
import { hold } from './hold.ts';
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

/** `told`: the event's data, which may be outdated. */
export async function consider(told: BrowserDownload): Promise<void> {
  const download = (await findDownloadById(told.id)) ?? told;
  if (!isFresh(download, now()) || endedByItself(download)) return;
  const { rules } = await currentAdvisory();
  const verdict = classifyDownload(rules.index, {
    ...download,
    referrerLabel: await referringLabel(download.referrer, rules.index),
  });
  if (download.isOurs) {
    // Use up the allowance that started it, or the next such download would pass unasked.
    await isAllowed(download, verdict);
    return;
  }
  if (isSavedPage(download) !== false) return;
  const action = await actionFor(download, verdict);
  if (action === 'let-through' || (await isAllowed(download, verdict))) return;

  const question: Question = {
    ...questionAbout(download, verdict),
    ...(action === 'cancel' ? { answer: 'cancel', isBlocked: true } : {}),
  };
  if (!(await addQuestion(question))) {
    // `adoptPaused` asks about it once others are answered.
    await pauseDownload(download.id).catch(() => undefined);
    return showQuestions();
  }
  await ask(download, question);
}

async function ask(download: BrowserDownload, question: Question): Promise<void> {
  const held = await hold(download);
  const after = { ...question, ...held };
  await changeQuestion(question.id, (one) => (held ? { ...one, ...held } : null));
  // Without a name, the browser may be showing its own dialog: wait for that.
  if (!held || question.isUnnamed) return;
  if (question.isBlocked) await settle(after);
  else await announce(after);
}
