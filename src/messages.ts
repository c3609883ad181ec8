// The contract between the parts: each message's name, request, reply and who may send it.
import * as v from 'valibot';
import { topics, type Topic } from './core/detection/model/labels.ts';
import type { NoticeView } from './core/view/notice.ts';
import { PageFactsSchema, type PageFacts } from './core/detection/model/page-facts.ts';
import type { Verdict } from './core/detection/model/verdict.ts';
import type { PopupView } from './core/view/popup.ts';
import type { QuestionsView } from './core/decision/question.ts';
import type { BlockedView } from './core/view/blocked.ts';
import type { OptionsView } from './core/view/options.ts';
import type { ValidationIssue } from './core/settings/validation-issue.ts';
import type { readSettingsFile } from './core/settings/settings-file.ts';
import type { SettingName } from './core/settings/settings.ts';
import type { PolicyView } from './core/view/policy.ts';

export type { NoticeView, PageFacts, Topic };

export interface PageVisitReply {
  readonly notice: NoticeView | null;
  /** Whether links of this page are to be sent for marking, and the words of a mark. */
  readonly markLinks: boolean;
  readonly markLabel: string;
  /** Of the label, for screen readers on a page in another language. */
  readonly language: string;
  /** Whether what the page says of itself could change the verdict: say it with the next visit. */
  readonly wantsFacts: boolean;
}

/** What came of a settings file: why none of it was read, or what was loaded, left and dropped. */
export type ImportedSettings =
  | { readonly refused: Extract<ReturnType<typeof readSettingsFile>, { ok: false }>['error'] }
  | {
      readonly view: OptionsView;
      readonly loaded: readonly string[];
      readonly locked: readonly SettingName[];
      readonly faults: readonly ValidationIssue[];
    };

/** The policy page: what is in force here. */
export interface PolicyPageView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly policy: PolicyView;
}

/** What a pasted document would do; an error in words where it is no JSON. */
export type TriedPolicy = { readonly policy: PolicyView } | { readonly error: string };

const url = v.pipe(v.string(), v.maxLength(8192));

/** Requests by name. `from` says who may send them: our script in a tab's top frame, in a frame below it, or a page of ours. */
export const requests = {
  /** From the top frame, at document_start and after each same-document navigation. Address and tab come from the sender. */
  'page-visited': {
    from: ['content'],
    schema: v.object({
      title: v.optional(v.pipe(v.string(), v.maxLength(1000))),
      /** This document shows a notice now; said when asking again, so that it stays while the verdict does. */
      isNoticeShown: v.optional(v.boolean()),
      facts: v.optional(PageFactsSchema),
    }),
  },
  /** From a frame below the top one that holds links: whether they are to be sent for marking. */
  'frame-visited': { from: ['frame'], schema: v.object({}) },
  /** What the page says of itself is wanted, and nothing here can read it yet; replies once the script that can was sent. */
  'bring-reader': { from: ['content'], schema: v.object({}) },
  /** From a script that may be here by a leave that has ended: whether the manifest names its site. */
  'may-stay': { from: ['content', 'frame'], schema: v.object({}) },
  /** Link targets of this page; the reply says for each whether it is to be marked. */
  'links-found': {
    from: ['content', 'frame'],
    schema: v.object({ urls: v.pipe(v.array(url), v.maxLength(500)) }),
  },
  /** A marked link was clicked and held back; our own page asks. */
  'link-followed': { from: ['content', 'frame'], schema: v.object({ url }) },
  'snooze-site': { from: ['content'], schema: v.object({}) },
  'notice-closed': { from: ['content'], schema: v.object({}) },
  /** The page kept hiding the notice; badge and notification take over. */
  'notice-hidden': { from: ['content'], schema: v.object({}) },
  'open-topic': { from: ['content'], schema: v.object({ topic: v.picklist(topics) }) },

  /** `tabId` where the popup is shown in a tab of its own and speaks of another one. */
  'popup-view': { from: ['page'], schema: v.object({ tabId: v.optional(v.number()) }) },
  /** Removal steps that were ticked, or no longer are. */
  'mark-steps': {
    from: ['page'],
    schema: v.object({
      steps: v.pipe(v.array(v.pipe(v.string(), v.maxLength(250))), v.maxLength(500)),
      isDone: v.boolean(),
    }),
  },
  'questions-view': { from: ['page'], schema: v.object({}) },
  'answer-question': {
    from: ['page'],
    schema: v.object({ id: v.string(), answer: v.picklist(['cancel', 'keep']) }),
  },
  'options-view': { from: ['page'], schema: v.object({}) },
  /** One changed setting by its name; the worker parses the value with the setting's own schema. */
  'change-setting': { from: ['page'], schema: v.object({ name: v.string(), value: v.unknown() }) },
  'end-snooze': { from: ['page'], schema: v.object({ host: v.string() }) },
  /** The text of a file that holds what the person set. */
  'settings-file': { from: ['page'], schema: v.object({}) },
  'load-settings': {
    from: ['page'],
    schema: v.object({ text: v.pipe(v.string(), v.maxLength(2_000_000)) }),
  },
  /** Settings and snoozes as they were at the installation. */
  'reset-settings': { from: ['page'], schema: v.object({}) },
  'dismiss-repairs': { from: ['page'], schema: v.object({}) },
  /** Replies when the check is over, with what came of it. */
  'check-feeds': { from: ['page'], schema: v.object({}) },
  /** The organization's feed that a person adds; null takes it away. */
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
  /** Of an address that block mode stopped: who, why, and where to go instead. */
  'blocked-view': {
    from: ['page'],
    schema: v.object({ kind: v.picklist(['page', 'download']), url }),
  },
  /** Lets a stopped host pass until the browser closes, where the policy allows that, and goes there. */
  proceed: { from: ['page'], schema: v.object({ url }) },
  'policy-view': { from: ['page'], schema: v.object({}) },
  /** A pasted document, read as if it were the policy; nothing of it is applied. */
  'try-policy': {
    from: ['page'],
    schema: v.object({ text: v.pipe(v.string(), v.maxLength(5_000_000)) }),
  },
  classify: {
    from: ['page'],
    schema: v.object({
      type: v.picklist(['url', 'download', 'filename', 'domain']),
      value: v.pipe(v.string(), v.maxLength(8192)),
    }),
  },
} as const;

export type RequestName = keyof typeof requests;
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['schema']>;

export interface Replies {
  'page-visited': PageVisitReply;
  'frame-visited': Pick<PageVisitReply, 'markLinks' | 'markLabel' | 'language'>;
  'bring-reader': null;
  'may-stay': boolean;
  /** One for each url, in order. */
  'links-found': readonly boolean[];
  'link-followed': null;
  'snooze-site': null;
  'notice-closed': null;
  'notice-hidden': null;
  'open-topic': null;
  'popup-view': PopupView;
  'mark-steps': null;
  'questions-view': QuestionsView;
  'answer-question': QuestionsView;
  'options-view': OptionsView;
  'change-setting': OptionsView;
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
  classify: Verdict;
}

/** What travels back: either the reply or the error in words. */
export type Answer<Name extends RequestName> =
  { readonly reply: Replies[Name] } | { readonly error: string };

/** What the worker says to a content script: tell which page this is; ask again, since the advisory or the settings changed; leave, if only the leave for every site brought you. */
export type TabMessage = 'current-page' | 'advisory-changed' | 'every-site-ended';

/** The answer to `current-page`: the address of the document that the script runs in, its title, and what it says of itself where that is read. */
export interface CurrentPage {
  readonly url: string;
  readonly title: string;
  readonly facts: PageFacts | undefined;
}
