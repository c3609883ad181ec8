// Browsers reveal only the site a cross-site download came from. Our script on that site knows the
// page.
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
    return []; // The tab was closed, or shows a site without our script.
  }
}

/**
 * The label of the page a download came from, when only its site is known; undefined if its open
 * pages have different labels.
 */
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
