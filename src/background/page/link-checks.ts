// Links of a watched page: which start a listed download.
import { classifyLink } from '../../core/detection/classify-link.ts';
import { weighed } from '../../core/detection/engine/weighing/weighed.ts';
import type { RequestOf } from '../../messages.ts';
import { currentRules } from '../advisory/current.ts';

export async function checkLinks({ urls }: RequestOf<'links-found'>): Promise<boolean[]> {
  const { rules } = await currentRules();
  return weighed(rules.index, () =>
    urls.map((url) => classifyLink(rules.index, url)?.startsListedDownload === true),
  );
}
