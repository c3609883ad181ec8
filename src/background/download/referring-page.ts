// Browsers tell a download's server, and us, no more of the page it came from than its site, where that is another than the file's.
// Which page of that site it was, our script in it knows.
import { classifyPage } from '../../core/detection/classify-page.ts';
import type { Label } from '../../core/detection/model/labels.ts';
import type { RuleIndex } from '../../core/detection/engine/rule-index.ts';
import { pageShownIn } from '../base/current-page.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

async function labelIn(tabId: number, site: string, index: RuleIndex): Promise<Label[]> {
  try {
    const page = await pageShownIn(tabId);
    return page && new URL(page.url).origin === site ? [classifyPage(index, page).label] : [];
  } catch {
    return []; // The tab was closed, or shows a site without us.
  }
}

/** The label of the page that a download came from, where only its site is told; undefined where its open pages don't agree. */
export async function referringLabel(
  referrer: string,
  index: RuleIndex,
): Promise<Label | undefined> {
  const site = URL.canParse(referrer) ? new URL(referrer) : null;
  if (!site || site.pathname !== '/' || site.search !== '') return undefined;
  const pages = (await read(state.tabVerdicts)).filter((page) => page.site === site.origin);
  const labels = (
    await Promise.all(pages.map(({ tabId }) => labelIn(tabId, site.origin, index)))
  ).flat();
  return new Set(labels).size === 1 ? labels[0] : undefined;
}
