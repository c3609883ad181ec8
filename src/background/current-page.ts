// What a tab shows now, in our script's own words.
import * as v from 'valibot';
import { PageFactsSchema } from '../core/detection/page-facts.ts';
import type { CurrentPageQuery } from '../messages.ts';
import { sendToTab } from '../platform/tabs.ts';

const CurrentPageSchema = v.object({ url: v.string(), title: v.string(), facts: v.optional(PageFactsSchema) });
export type ShownPage = v.InferOutput<typeof CurrentPageSchema>;

const query: CurrentPageQuery = { ask: 'current-page' };

/** Null for an answer that can't be read. Rejects where no script of ours is in the tab, or the tab is gone. */
export async function pageShownIn(tabId: number): Promise<ShownPage | null> {
  const answer = v.safeParse(CurrentPageSchema, await sendToTab(tabId, query));
  return answer.success ? answer.output : null;
}
