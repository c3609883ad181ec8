// A pending question about a held download or link, and how the question page shows it.
import * as v from 'valibot';
import type { Source } from '../advisory/statement-schema.ts';
import type { OrganizationView } from '../policy/organization.ts';

/** The browser's own malware verdict on a file. */
const dangers = ['none', 'suspicious', 'dangerous'] as const;
export type Danger = (typeof dangers)[number];

/** Stored on disk, to survive a stopped worker or a closed browser. */
export const QuestionSchema = v.object({
  id: v.string(),
  kind: v.picklist(['download', 'link']),
  /**
   * The browser's id of the held download. Ids may change over a restart, so url and startedAt
   * identify it too.
   */
  downloadId: v.optional(v.number()),
  url: v.string(),
  finalUrl: v.string(),
  referrer: v.string(),
  fileName: v.string(),
  danger: v.optional(v.picklist(dangers), 'none'),
  startedAt: v.string(),
  askedAt: v.string(),
  tabId: v.optional(v.number()),
  label: v.string(),
  rule: v.string(),
  reason: v.objectWithRest({ en: v.string() }, v.string()),
  /**
   * `finished`: it completed before we could pause it, and can still be deleted. `gone`: the
   * browser lost it.
   */
  state: v.picklist(['held', 'finished', 'gone']),
  /** Held by stopping it, because it couldn't be paused; "keep" downloads it again. */
  isStopped: v.optional(v.boolean()),
  /** From a private window: never written to disk. */
  isPrivate: v.optional(v.boolean()),
  /** Given but not yet carried out; a restarted worker finishes it. */
  answer: v.optional(v.picklist(['cancel', 'keep'])),
});

export type Question = v.InferOutput<typeof QuestionSchema>;

/** Answers given in this browser session. */
export const AnsweredSchema = v.object({
  id: v.string(),
  fileName: v.string(),
  outcome: v.picklist(['canceled', 'kept', 'deleted']),
});

export type Answered = v.InferOutput<typeof AnsweredSchema>;

/** Everything the question page shows, translated. */
export interface QuestionView {
  readonly id: string;
  readonly kind: 'download' | 'link';
  readonly state: Question['state'];
  /** Held by stopping it: "keep" downloads it again. */
  readonly isStopped: boolean;
  readonly name: string;
  /** Address split around its host, so that the host can be set in bold. */
  readonly address: { readonly before: string; readonly host: string; readonly after: string };
  readonly referrerHost: string;
  readonly danger: Danger;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly why: string;
  readonly rule: string;
  readonly askedAt: string;
  /** False if policy doesn't let people continue. */
  readonly mayKeep: boolean;
}

export interface QuestionsView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly organization: OrganizationView | null;
  readonly questions: readonly QuestionView[];
  /** Questions answered in this session, newest first. */
  readonly answered: readonly Answered[];
}
