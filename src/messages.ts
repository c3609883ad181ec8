// The contract between contexts: each message's name, request, reply and permitted senders.
import * as v from 'valibot';
import { topics, type Topic } from './core/detection/model/labels.ts';
import type { Result } from './core/base/result.ts';
import type { PlanFault } from './core/plan/plan-file.ts';
import { maxPlanCharacters } from './core/plan/plan-text-file.ts';
import { PlanChangeSchema, type Plan } from './core/plan/plan-schema.ts';
import type { NoticeView, PageVisitReply } from './core/view/notice.ts';
import type { PageFacts } from './core/detection/model/page-facts.ts';
import { firstRequests, url } from './first-requests.ts';
import type { Explained } from './core/detection/classify.ts';
import { TestedInputSchema } from './core/detection/model/tested-input.ts';
import type { PopupView } from './core/view/popup/popup.ts';
import type { QuestionsView } from './core/decision/question.ts';
import type { BlockedView } from './core/view/blocked.ts';
import type { ImportedSettings, OptionsView } from './core/view/options.ts';
import { ListChangeSchema, listSettings } from './core/settings/settings.ts';
import type { PolicyPageView, TriedPolicy } from './core/view/policy.ts';
import { AreasSchema as TraceAreasSchema } from './core/traces/areas.ts';

export type { NoticeView, PageFacts, PageVisitReply, Topic };

/**
 * Requests by name. `from` lists the permitted senders: our script in a tab's top frame, in a
 * subframe, or one of our pages.
 */
export const requests = {
  ...firstRequests,
  /** Asks whether the manifest names this site, after access to every site may have ended. */
  'is-site-named': { from: ['content', 'frame'], schema: v.object({}) },
  /** A marked link was clicked and held; our question page asks. */
  'link-followed': {
    from: ['content', 'frame'],
    schema: v.object({ url, isNewTab: v.optional(v.boolean()) }),
  },
  /** From the small scripts that look for traces: what they found, unjudged. */
  'trace-seen': {
    from: ['content'],
    // Its handler checks the rest: only who looks for traces loads their schemas.
    schema: v.object({ seen: v.looseObject({ kind: v.string() }) }),
  },
  'snooze-site': { from: ['content'], schema: v.object({}) },
  'notice-closed': { from: ['content'], schema: v.object({}) },
  /** The page kept hiding the notice; badge and notification replace it. */
  'notice-hidden': { from: ['content'], schema: v.object({}) },
  /** The document has no place for a notice; its site's next one has. */
  'notice-undrawn': { from: ['content'], schema: v.object({}) },
  'open-topic': { from: ['content'], schema: v.object({ topic: v.picklist(topics) }) },
  /** `tabId` is set if the popup runs in its own tab and describes another one. */
  'popup-view': { from: ['page'], schema: v.object({ tabId: v.optional(v.number()) }) },
  /** Steps of the plan that were ticked or unticked, each with its device. */
  'mark-steps': {
    from: ['page'],
    schema: v.object({
      steps: v.pipe(v.array(v.pipe(v.string(), v.maxLength(250))), v.maxLength(4000)),
      isDone: v.boolean(),
    }),
  },
  /** Within a press: looks at these areas now, and at pages that are opened in the next minutes. */
  'look-for-traces': { from: ['page'], schema: v.object({ areas: TraceAreasSchema }) },
  /** Areas that are watched from now on; none: no longer. */
  'watch-for-traces': { from: ['page'], schema: v.object({ areas: TraceAreasSchema }) },
  'forget-traces': { from: ['page'], schema: v.object({}) },
  /** Those parts of the plan that changed, each whole. */
  'change-plan': { from: ['page'], schema: PlanChangeSchema },
  /** The text of a plan file from anywhere; nothing of it is kept. */
  'read-plan-file': {
    from: ['page'],
    schema: v.object({ text: v.pipe(v.string(), v.maxLength(maxPlanCharacters)) }),
  },
  'questions-view': { from: ['page'], schema: v.object({}) },
  'answer-question': {
    from: ['page'],
    schema: v.object({ id: v.string(), answer: v.picklist(['cancel', 'keep']) }),
  },
  'options-view': { from: ['page'], schema: v.object({}) },
  /** One changed setting; the worker parses the value with that setting's schema. */
  'change-setting': { from: ['page'], schema: v.object({ name: v.string(), value: v.unknown() }) },
  /** Adds to and removes from a setting that is a list: another page may be changing it too. */
  'change-list': {
    from: ['page'],
    schema: v.object({ name: v.picklist(listSettings), ...ListChangeSchema.entries }),
  },
  'end-snooze': { from: ['page'], schema: v.object({ host: v.string() }) },
  /** The text of a file with the person's settings. */
  'settings-file': { from: ['page'], schema: v.object({}) },
  'load-settings': {
    from: ['page'],
    schema: v.object({ text: v.pipe(v.string(), v.maxLength(2_000_000)) }),
  },
  /** Restores settings and snoozes to their defaults. */
  'reset-settings': { from: ['page'], schema: v.object({}) },
  'dismiss-repairs': { from: ['page'], schema: v.object({}) },
  /** Replies with the outcome once the check is over. */
  'check-feeds': { from: ['page'], schema: v.object({}) },
  /** Sets the organization's feed that a person added; null removes it. */
  'set-own-feed': {
    from: ['page'],
    schema: v.object({
      feed: v.nullable(
        v.object({
          address: v.pipe(v.string(), v.maxLength(2048)),
          key: v.pipe(v.string(), v.maxLength(100)),
        }),
      ),
    }),
  },
  /** Details of an address that block mode stopped: who, why, and where to go instead. */
  'blocked-view': {
    from: ['page'],
    schema: v.object({ kind: v.picklist(['page', 'download']), url }),
  },
  /** Bypasses a stopped host until the browser closes, if the policy allows it, and goes there. */
  proceed: { from: ['page'], schema: v.object({ url }) },
  'policy-view': { from: ['page'], schema: v.object({}) },
  /** Reads a pasted document as if it were the policy, without applying it. */
  'try-policy': {
    from: ['page'],
    schema: v.object({ text: v.pipe(v.string(), v.maxLength(5_000_000)) }),
  },
  classify: { from: ['page'], schema: TestedInputSchema },
} as const;

export type RequestName = keyof typeof requests;
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['schema']>;

export interface Replies {
  'page-visited': PageVisitReply;
  'frame-visited': Pick<PageVisitReply, 'markLinks' | 'markLabel' | 'language'>;
  'inject-page-reader': null;
  'is-site-named': boolean;
  /** One entry per URL, in order. */
  'links-found': readonly boolean[];
  'link-followed': null;
  'trace-seen': null;
  'snooze-site': null;
  'notice-closed': null;
  'notice-hidden': null;
  'notice-undrawn': null;
  'open-topic': null;
  'popup-view': PopupView;
  'mark-steps': null;
  'look-for-traces': null;
  'watch-for-traces': null;
  'forget-traces': null;
  'change-plan': null;
  'read-plan-file': Result<Plan, PlanFault>;
  'questions-view': QuestionsView;
  'answer-question': QuestionsView;
  'options-view': OptionsView;
  'change-setting': OptionsView;
  'change-list': OptionsView;
  'end-snooze': OptionsView;
  'settings-file': string;
  'load-settings': ImportedSettings;
  'reset-settings': OptionsView;
  'dismiss-repairs': OptionsView;
  'check-feeds': OptionsView;
  'set-own-feed': OptionsView;
  'blocked-view': BlockedView;
  proceed: null;
  'policy-view': PolicyPageView;
  'try-policy': TriedPolicy;
  classify: Explained;
}

/** The worker's answer: the reply, or an error message. */
export type Answer<Name extends RequestName> =
  { readonly reply: Replies[Name] } | { readonly error: string };

/** Sent to a content script: report your page, ask again after a change, or end with the access. */
export type TabMessage = 'current-page' | 'advisory-changed' | 'every-site-ended';

/** Reply to `current-page`: the document's URL, its title, and the page's own data if it is read. */
export interface CurrentPage {
  readonly url: string;
  readonly title: string;
  readonly facts: PageFacts | undefined;
}
