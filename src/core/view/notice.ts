// A notice's complete, translated content; the content script only draws it.
import type { SpeakingTier, Topic } from '../detection/model/labels.ts';

export interface NoticeView {
  readonly tier: SpeakingTier;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Our own name, so that nobody mistakes the notice for the page's or the browser's. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** The organization's message, with its name. */
  readonly organization?: string;
  /** "Why am I seeing this?" and its answer: the reason, then the rule's id. */
  readonly whyLabel: string;
  readonly why: string;
  readonly rule: string;
  readonly primary: { readonly label: string; readonly topic: Topic };
  readonly secondary: readonly { readonly label: string; readonly topic: Topic }[];
  readonly closeLabel: string;
  /** "Not for 30 days, until December 23, 2026"; absent if policy forbids it. */
  readonly snoozeLabel?: string;
}

/** The worker's reply to a page's visit. */
export interface PageVisitReply {
  readonly notice: NoticeView | null;
  /** Whether to send this page's links for marking, and the mark's texts. */
  readonly markLinks: boolean;
  readonly markLabel: string;
  /** Language of the label, for screen readers on a page in another language. */
  readonly language: string;
  /** Whether the page's own data could change the verdict; if so, send it with the next visit. */
  readonly wantsFacts: boolean;
}
