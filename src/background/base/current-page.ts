// What a tab shows now, in our script's own words.
import * as v from 'valibot';
import { PageFactsSchema } from '../../core/detection/model/page-facts.ts';
import type { RequestOf } from '../../messages.ts';
import { bringReader } from '../../platform/worker/site-scripts.ts';
import { queryTab } from '../../platform/worker/tabs.ts';
import type { KnownSender } from './sender.ts';

const CurrentPageSchema = v.object({
  url: v.string(),
  title: v.string(),
  facts: v.optional(PageFactsSchema),
});
export type ShownPage = v.InferOutput<typeof CurrentPageSchema>;

/** Null for an answer that can't be read. Rejects where no script of ours is in the tab, or the tab is gone. */
export async function pageShownIn(tabId: number): Promise<ShownPage | null> {
  const answer = v.safeParse(CurrentPageSchema, await queryTab(tabId, 'current-page'));
  return answer.success ? answer.output : null;
}

/** Sends the second file after the first, where what the page says of itself could change the verdict. */
export async function injectPageReader(
  _: RequestOf<'bring-reader'>,
  { tabId }: KnownSender,
): Promise<null> {
  // Refused where only a part of a site is watched, for which we hold no leave (there the manifest brings it), and where the page is gone.
  await bringReader(tabId).catch(() => undefined);
  return null;
}
