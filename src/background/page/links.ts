// A link on a watched page was followed that starts a listed download.
import { hostOf } from '../../core/base/web-address.ts';
import type { Question } from '../../core/decision/question.ts';
import { fileNameOf } from '../../core/detection/file-name.ts';
import { classifyLink } from '../../core/detection/classify-link.ts';
import type { RequestOf } from '../../messages.ts';
import { newId, now } from '../../platform/clock.ts';
import { findTab } from '../../platform/worker/tabs.ts';
import { navigateTab, openTab } from '../../platform/worker/tab-actions.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { pageShownIn } from '../base/current-page.ts';
import { isStopped } from '../block/is-stopped.ts';
import { openBlockPage, showBlockPage } from '../block/stop.ts';
import { addQuestion, announce, showQuestions } from '../download/questions.ts';
import { effectiveSettings } from '../policy/settings.ts';
import type { KnownSender } from '../base/sender.ts';

/** Whether the link's own tab may be used: a top frame that still shows the same page. */
async function isForTab({ kind, tabId, address }: KnownSender): Promise<boolean> {
  if (kind !== 'content') return false;
  return (await pageShownIn(tabId).catch(() => null))?.url === address.href;
}

export async function followLink(
  { url, isNewTab = false }: RequestOf<'link-followed'>,
  sender: KnownSender,
): Promise<null> {
  // A question is kept with its reason, which a person may read in another language.
  const { rules } = await currentAdvisory();
  const link = classifyLink(rules.index, url);
  if (!link) return null;
  const isHere = !isNewTab && (await isForTab(sender));
  if (!link.startsListedDownload) {
    await (isHere ? navigateTab(sender.tabId, url) : openTab(url, await findTab(sender.tabId)));
    return null;
  }
  if (await isStopped(link.verdict, hostOf(link.target), await effectiveSettings())) {
    const { tabId, isPrivate } = sender;
    const page = { tabId, isPrivate, url: link.target };
    await (isHere ? showBlockPage(page, link.verdict, false) : openBlockPage(page, link.verdict));
    return null;
  }
  const at = new Date(now()).toISOString();
  const { label, rule, reason, advisory } = link.verdict;
  const question: Question = {
    id: newId(),
    kind: 'link',
    url,
    finalUrl: link.target,
    referrer: sender.address.href,
    fileName: fileNameOf(link.target),
    danger: 'none',
    startedAt: at,
    askedAt: at,
    ...(isHere ? { tabId: sender.tabId } : {}),
    label,
    rule,
    reason,
    advisory,
    state: 'held',
    isPrivate: sender.isPrivate,
  };
  const tab = await findTab(sender.tabId);
  if (await addQuestion(question)) await announce(question, tab);
  else await showQuestions(tab);
  return null;
}
