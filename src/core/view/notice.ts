// What a notice in a page shows, finished and translated; the content script only draws it.
import type { SpeakingTier, Topic } from '../detection/model/labels.ts';

export interface NoticeView {
  readonly tier: SpeakingTier;
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
}
