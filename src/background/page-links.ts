// Links of a watched page: which start a listed download, and what happens when one is followed.
import { fileNameOf, isFileAddress } from '../core/decision/file-name.ts';
import type { Verdict } from '../core/detection/verdict.ts';
import { classifyDownload } from '../core/detection/classify-download.ts';
import { labelBehaviour } from '../core/detection/labels.ts';
import type { RequestOf } from '../messages.ts';
import { newId, now } from '../platform/clock.ts';
import { findTab, navigateTab } from '../platform/tabs.ts';
import { knowledge, type Knowledge } from './advisory-update.ts';
import { ask } from './open-questions.ts';
import type { KnownSender } from './sender.ts';

/** A link's verdict by its own target alone, so that a listed page does not colour its every link. */
function classifyLink(rules: Knowledge['rules'], address: string): Verdict | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return classifyDownload(rules.index, { url: address, finalUrl: address, referrer: '', fileName: fileNameOf(address), mime: '' });
}

export async function linksFound({ urls }: RequestOf<'links-found'>): Promise<boolean[]> {
  const { rules } = await knowledge();
  return urls.map((url) => {
    const verdict = classifyLink(rules, url);
    return verdict !== null && labelBehaviour[verdict.label].marksLinks && isFileAddress(url);
  });
}

export async function linkFollowed({ url }: RequestOf<'link-followed'>, sender: KnownSender): Promise<null> {
  const { rules } = await knowledge();
  const verdict = classifyLink(rules, url);
  if (!verdict) return null;
  if (!labelBehaviour[verdict.label].marksLinks) {
    await navigateTab(sender.tabId, url);
    return null;
  }
  const at = new Date(now()).toISOString();
  const { label, rule, reason } = verdict;
  await ask(
    {
      id: newId(),
      kind: 'link',
      url,
      finalUrl: url,
      referrer: sender.url,
      fileName: fileNameOf(url),
      startedAt: at,
      askedAt: at,
      tabId: sender.tabId,
      label,
      rule,
      reason,
      state: 'held',
      isPrivate: sender.isPrivate,
    },
    await findTab(sender.tabId),
  );
  return null;
}
