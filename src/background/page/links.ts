// Links of a watched page: which start a listed download, and what happens when one is followed.
import { fileNameOf } from '../../core/detection/file-name.ts';
import { classifyLink } from '../../core/detection/classify-link.ts';
import type { RequestOf } from '../../messages.ts';
import { newId, now } from '../../platform/clock.ts';
import { findTab, navigateTab } from '../../platform/worker/tabs.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { isStopped, showBlockPage } from '../block/stop.ts';
import { ask } from '../download/questions.ts';
import { effectiveSettings } from '../policy/settings.ts';
import type { KnownSender } from '../base/sender.ts';

export async function checkLinks({ urls }: RequestOf<'links-found'>): Promise<boolean[]> {
  const { rules } = await currentAdvisory();
  return urls.map((url) => classifyLink(rules.index, url)?.startsListedDownload === true);
}

export async function followLink(
  { url }: RequestOf<'link-followed'>,
  sender: KnownSender,
): Promise<null> {
  const { rules } = await currentAdvisory();
  const link = classifyLink(rules.index, url);
  if (!link) return null;
  if (!link.startsListedDownload) {
    await navigateTab(sender.tabId, url);
    return null;
  }
  if (await isStopped(link.verdict, link.target, await effectiveSettings())) {
    await showBlockPage({ ...sender, url: link.target }, link.verdict, false);
    return null;
  }
  const at = new Date(now()).toISOString();
  const { label, rule, reason } = link.verdict;
  await ask(
    {
      id: newId(),
      kind: 'link',
      url,
      finalUrl: link.target,
      referrer: sender.url,
      fileName: fileNameOf(link.target),
      danger: 'none',
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
