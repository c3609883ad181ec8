// What each label leads to, said once. A new label is a row here, its words in `_locales` (a test
// names the missing ones), its notice in the advisory, and the rules that give it.

/** Parts of the popup that a notice or a button leads to. */
export const topics = ['page', 'ban', 'alternatives', 'removal', 'questions'] as const;
export type Topic = (typeof topics)[number];

/** How firmly a page is answered; `marksLinks`: whether links on such a page are marked. */
export const tiers = {
  none: { firmness: 0, marksLinks: true },
  hint: { firmness: 1, marksLinks: false },
  notice: { firmness: 2, marksLinks: true },
  warning: { firmness: 3, marksLinks: true },
} as const;
export type Tier = keyof typeof tiers;
export type SpeakingTier = Exclude<Tier, 'none'>;
export const speakingTiers = (Object.keys(tiers) as Tier[]).filter(
  (tier): tier is SpeakingTier => tier !== 'none',
);

/** Shape and color of a verdict in the popup. */
export type Sign = 'warning' | 'lookalike' | 'notice' | 'hint' | 'clear' | 'unknown';

export interface LabelBehavior {
  readonly tier: Tier;
  /** Toolbar badge text; empty where the badge stays off. */
  readonly badge: '' | '!' | '?' | 'i';
  readonly badgeColor: 'red' | 'amber' | 'blue' | 'none';
  readonly sign: Sign;
  /** What happens to a download when no policy says otherwise. */
  readonly download: 'ask' | 'let-through';
  /** Whether a link to such a target is marked and asked about before it is followed. */
  readonly marksLinks: boolean;
  /** Whether such pages and downloads are stopped where a policy blocks. */
  readonly isStopped: boolean;
  /** Whether reports may name such a page; others are nobody's business. */
  readonly isReported: boolean;
  /** Nothing to do with the software: no urging, and the subject is named. */
  readonly isQuiet: boolean;
  /** Whether the advisory has words for it. */
  readonly hasNotice: boolean;
  /** Where the notice in a page leads, the safe way first; empty where there is none. */
  readonly noticeWays: readonly Topic[];
}

const silent = {
  tier: 'none',
  badge: '',
  badgeColor: 'none',
  sign: 'clear',
  download: 'let-through',
  marksLinks: false,
  isStopped: false,
  isReported: false,
  isQuiet: true,
  hasNotice: false,
  noticeWays: [],
} as const satisfies LabelBehavior;

const offer = {
  tier: 'warning',
  badge: '!',
  badgeColor: 'red',
  sign: 'warning',
  download: 'ask',
  marksLinks: false,
  isStopped: true,
  isReported: true,
  isQuiet: false,
  hasNotice: true,
  noticeWays: ['alternatives', 'ban', 'removal'],
} as const satisfies LabelBehavior;

export const labelBehaviors = {
  'product-download': { ...offer, marksLinks: true },
  'store-listing': offer,
  'vendor-site': {
    ...offer,
    tier: 'notice',
    badgeColor: 'amber',
    sign: 'notice',
    download: 'let-through',
    isStopped: false,
    noticeWays: ['ban', 'alternatives', 'removal'],
  },
  lookalike: {
    ...offer,
    badge: '?',
    sign: 'lookalike',
    isStopped: false,
    noticeWays: ['page', 'ban', 'alternatives'],
  },
  'removal-help': {
    ...offer,
    tier: 'hint',
    badge: 'i',
    badgeColor: 'blue',
    sign: 'hint',
    download: 'let-through',
    isStopped: false,
    noticeWays: ['removal'],
  },
  exempt: { ...silent, isQuiet: false, hasNotice: true },
  component: {
    ...silent,
    sign: 'notice',
    download: 'ask',
    isReported: true,
    isQuiet: false,
    hasNotice: true,
  },
  mention: silent,
  unrelated: silent,
} as const satisfies Readonly<Record<string, LabelBehavior>>;

export type Label = keyof typeof labelBehaviors;

/** All labels, in the order of the table. */
export const labels = Object.keys(labelBehaviors) as [Label, ...Label[]];

/** What `label` leads to, as plain data. */
export function behaviorOf(label: Label): LabelBehavior {
  return labelBehaviors[label];
}

/** Whether pages with this label are stopped where a policy blocks. */
export function isStoppedLabel(label: Label): boolean {
  return labelBehaviors[label].isStopped;
}

/** The same of a page that nobody could judge yet. */
export const unknownPage: LabelBehavior = { ...silent, sign: 'unknown' };

/** The ending of a label's message keys: `popupVerdict_product_download`. */
export function messageSuffix(label: Label | 'unknown'): string {
  return label.replaceAll('-', '_');
}
