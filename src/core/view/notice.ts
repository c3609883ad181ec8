// What a notice in a page shows, finished and translated; the content script only draws it.
import type { Tier } from '../detection/model/labels.ts';

/** Places in our own pages that a notice may lead to. */
export const topics = ['page', 'ban', 'alternatives', 'removal', 'questions'] as const;
export type Topic = (typeof topics)[number];

export interface NoticeView {
  readonly tier: Exclude<Tier, 'none'>;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Who speaks: the extension's own name, so that nobody takes the notice for the page's or the browser's. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** What the person's own organization says, with its name. */
  readonly organization?: string;
  /** "Why am I seeing this?" and its answer: the reason, then the rule's id. */
  readonly whyLabel: string;
  readonly why: string;
  readonly rule: string;
  readonly primary: { readonly label: string; readonly topic: Topic };
  readonly secondary: readonly { readonly label: string; readonly topic: Topic }[];
  readonly closeLabel: string;
  /** "Not for 30 days, until 23 December 2026"; absent where policy forbids it. */
  readonly snoozeLabel?: string;
  /** Words beside a link that starts a listed download. */
  readonly markLabel: string;
}
