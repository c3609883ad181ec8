// Requests that nearly every watched page makes, apart from all others: the worker reads no more for them.
import * as v from 'valibot';
import { PageFactsSchema } from './core/detection/model/page-facts.ts';

export const url = v.pipe(v.string(), v.maxLength(8192));

/** As in messages.ts, which says what the fields mean. */
export const firstRequests = {
  /**
   * Sent by the top frame at document_start and after each same-document navigation. URL and tab
   * come from the sender.
   */
  'page-visited': {
    from: ['content'],
    schema: v.object({
      title: v.optional(v.pipe(v.string(), v.maxLength(1000))),
      /** This document already shows a notice, which stays as long as the verdict does. */
      isNoticeShown: v.optional(v.boolean()),
      facts: v.optional(PageFactsSchema),
    }),
  },
  /** Sent by a subframe that has links: should it send them for marking? */
  'frame-visited': { from: ['frame'], schema: v.object({}) },
  /**
   * Asks for the page reader, which also marks links and which the manifest doesn't inject here;
   * replies once it was injected.
   */
  'inject-page-reader': { from: ['content', 'frame'], schema: v.object({}) },
  /** Link targets of this page; replies for each whether to mark it. */
  'links-found': {
    from: ['content', 'frame'],
    schema: v.object({ urls: v.pipe(v.array(url), v.maxLength(500)) }),
  },
} as const;
