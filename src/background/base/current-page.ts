// Asks our script in a tab which page the tab shows.
import * as v from 'valibot';
import { PageFactsSchema } from '../../core/detection/model/page-facts.ts';
import type { RequestOf } from '../../messages.ts';
import { injectPageReaderFile } from '../../platform/worker/access/script-files.ts';
import { queryTab } from '../../platform/worker/tabs.ts';
import type { KnownSender } from './sender.ts';

const CurrentPageSchema = v.object({
  url: v.string(),
  title: v.string(),
  facts: v.optional(PageFactsSchema),
});
export type ShownPage = v.InferOutput<typeof CurrentPageSchema>;

/**
 * The page; null if the reply can't be parsed. Rejects if our script isn't in the tab or the tab is
 * closed.
 */
export async function pageShownIn(tabId: number): Promise<ShownPage | null> {
  const answer = v.safeParse(CurrentPageSchema, await queryTab(tabId, 'current-page'));
  return answer.success ? answer.output : null;
}

/** Injects the page reader if the page's own data could change the verdict, or links are marked. */
export async function injectPageReader(
  _: RequestOf<'inject-page-reader'>,
  { tabId, frameId }: KnownSender,
): Promise<null> {
  // Fails if the page is gone, or if only part of the site is watched, without host access; the
  // manifest injects the reader there.
  await injectPageReaderFile(tabId, frameId).catch(() => undefined);
  return null;
}
