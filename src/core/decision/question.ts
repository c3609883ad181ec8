// A pending question about a held download or link, and what our page shows of it.
import * as v from 'valibot';
import type { Source } from '../advisory/schema.ts';
import type { OrganizationView } from '../policy/organization.ts';

/** A browser's own word on a file, apart from ours. */
const dangers = ['none', 'suspicious', 'dangerous'] as const;
export type Danger = (typeof dangers)[number];

/** Stored on disk, so that it survives a stopped worker and a closed browser. */
export const QuestionSchema = v.object({
  id: v.string(),
  kind: v.picklist(['download', 'link']),
  /** Browser's id of the held download; ids may change over a restart, so url and startedAt identify it too. */
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
  /** `finished`: the download was quicker than we are; it is reported, and can be deleted. `gone`: the browser lost it. */
  state: v.picklist(['held', 'finished', 'gone']),
  /** Holding it meant stopping it, because it cannot be paused; "keep" fetches it again. */
  isStopped: v.optional(v.boolean()),
  /** From a private window: never written to disk. */
  isPrivate: v.optional(v.boolean()),
  /** Given and not yet carried out; a worker killed in between finishes it. */
  answer: v.optional(v.picklist(['cancel', 'keep'])),
});

export type Question = v.InferOutput<typeof QuestionSchema>;

/** What was decided in this browser session. */
export const AnsweredSchema = v.object({
  id: v.string(),
  fileName: v.string(),
  outcome: v.picklist(['canceled', 'kept', 'deleted']),
});

export type Answered = v.InferOutput<typeof AnsweredSchema>;

/** Everything the download page shows, as data; translated. */
export interface QuestionView {
  readonly id: string;
  readonly kind: 'download' | 'link';
  readonly state: Question['state'];
  /** Held by stopping it: "keep" fetches it again. */
  readonly isStopped: boolean;
  readonly name: string;
  /** Address in readable parts: the host apart, so that it can be set in bold. */
  readonly address: { readonly before: string; readonly host: string; readonly after: string };
  readonly referrerHost: string;
  readonly danger: Danger;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly why: string;
  readonly rule: string;
  readonly askedAt: string;
  /** Absent where policy removed the way on. */
  readonly mayKeep: boolean;
}

export interface QuestionsView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly organization: OrganizationView | null;
  readonly questions: readonly QuestionView[];
  /** Answered in this session, newest first: what was decided. */
  readonly answered: readonly Answered[];
}
