// A pending question about a held download or link, and how the question page shows it.
import * as v from 'valibot';
import { hostOf } from '../base/web-address.ts';
import type { Source } from '../advisory/statement-schema.ts';
import { AdvisoryRefSchema } from '../detection/model/verdict.ts';
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
  /** Which one decided: a newer one may be in force when the answer comes. */
  advisory: v.optional(AdvisoryRefSchema),
  /**
   * `finished`: complete before we could hold it. `gone`: the browser no longer has it. `refused`:
   * the browser itself stopped it or holds it back, which no answer changes.
   */
  state: v.picklist(['held', 'finished', 'gone', 'refused']),
  /** It could not be paused, so it was canceled; "keep" downloads it again. */
  isStopped: v.optional(v.boolean()),
  /** The browser has no name for it yet; its own dialog may be open. We ask after that. */
  isUnnamed: v.optional(v.boolean()),
  /** We can't download it again: made by a page, in a container, address cut, or tried before. */
  isUnrepeatable: v.optional(v.boolean()),
  /** How often we paused it again after it was resumed. */
  holds: v.optional(v.number()),
  /** Type and size of the held file. -1: unknown size. */
  expects: v.optional(v.object({ mime: v.string(), bytes: v.number() })),
  /** From a private window: never written to disk. */
  isPrivate: v.optional(v.boolean()),
  /** Given but not yet carried out; a restarted worker finishes it. */
  answer: v.optional(v.picklist(['cancel', 'keep'])),
  /** A policy gave the answer; nobody was asked. */
  isBlocked: v.optional(v.boolean()),
  /** "Keep" was carried out; the download runs. */
  isBegun: v.optional(v.boolean()),
});

export type Question = v.InferOutput<typeof QuestionSchema>;

/** Longer than any real file address. The rest is not stored. */
export const maxAddressLength = 8192;
const maxTextLength = 300;

/** Further downloads stay held; we ask about them once others are answered. */
const maxOfSite = 20;
const maxQuestions = 100;

/** Limits the length of texts that a page can choose. */
export function bounded(question: Question): Question {
  const { url, finalUrl, referrer, fileName } = question;
  return {
    ...question,
    url: url.slice(0, maxAddressLength),
    finalUrl: finalUrl.slice(0, maxAddressLength),
    referrer: referrer.slice(0, maxAddressLength),
    fileName: fileName.slice(-maxTextLength),
    ...(url.length > maxAddressLength ? { isUnrepeatable: true } : {}),
  };
}

/** The page's site, or else the file's. */
export function siteOf({ referrer, finalUrl }: Pick<Question, 'referrer' | 'finalUrl'>): string {
  return hostOf(referrer) || hostOf(finalUrl);
}

/** Whether one more question of this site may be stored. */
export function hasRoom(questions: readonly Question[], site: string): boolean {
  const ofSite = questions.filter((one) => siteOf(one) === site);
  return questions.length < maxQuestions && ofSite.length < maxOfSite;
}

/**
 * A decision of this browser session and its result. `coming`: kept, still downloading. `lost`:
 * kept, but it did not come. `left`: could not be deleted. `followed`: the browser opened the link.
 */
export const AnsweredSchema = v.object({
  id: v.string(),
  fileName: v.string(),
  outcome: v.picklist([
    'canceled',
    'kept',
    'deleted',
    'coming',
    'lost',
    'left',
    'followed',
    'refused',
  ]),
  /** Where to download a lost file again. */
  site: v.optional(v.string()),
  isPrivate: v.optional(v.boolean()),
});

export type Answered = v.InferOutput<typeof AnsweredSchema>;

/** Everything the question page shows, translated. */
export interface QuestionView {
  readonly id: string;
  readonly kind: 'download' | 'link';
  readonly state: Question['state'];
  /** Held by stopping it: "keep" downloads it again. */
  readonly isStopped: boolean;
  /** We can't download it again. */
  readonly isUnrepeatable: boolean;
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
