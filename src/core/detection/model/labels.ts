/** The label table of the product design, as data. */

export const labels = [
  'product-download',
  'store-listing',
  'vendor-site',
  'lookalike',
  'removal-help',
  'exempt',
  'component',
  'mention',
  'unrelated',
] as const;

export type Label = (typeof labels)[number];

/** `warning` and `lookalike` are the firm tier, `notice` the calm one, `hint` one quiet line. */
export type Tier = 'warning' | 'notice' | 'hint' | 'none';

export interface LabelBehavior {
  readonly tier: Tier;
  /** Toolbar badge text; empty where the badge stays off. */
  readonly badge: '' | '!' | '?' | 'i';
  readonly badgeColor: 'red' | 'amber' | 'blue' | 'none';
  /** What happens to a download with this label when no policy says otherwise. */
  readonly download: 'ask' | 'let-through';
  /** Whether a link to such a target is marked and asked about before it is followed. */
  readonly marksLinks: boolean;
}

export const labelBehaviors: Readonly<Record<Label, LabelBehavior>> = {
  'product-download': {
    tier: 'warning',
    badge: '!',
    badgeColor: 'red',
    download: 'ask',
    marksLinks: true,
  },
  'store-listing': {
    tier: 'warning',
    badge: '!',
    badgeColor: 'red',
    download: 'ask',
    marksLinks: false,
  },
  'vendor-site': {
    tier: 'notice',
    badge: '!',
    badgeColor: 'amber',
    download: 'let-through',
    marksLinks: false,
  },
  lookalike: { tier: 'warning', badge: '?', badgeColor: 'red', download: 'ask', marksLinks: false },
  'removal-help': {
    tier: 'hint',
    badge: 'i',
    badgeColor: 'blue',
    download: 'let-through',
    marksLinks: false,
  },
  exempt: {
    tier: 'none',
    badge: '',
    badgeColor: 'none',
    download: 'let-through',
    marksLinks: false,
  },
  component: { tier: 'none', badge: '', badgeColor: 'none', download: 'ask', marksLinks: false },
  mention: {
    tier: 'none',
    badge: '',
    badgeColor: 'none',
    download: 'let-through',
    marksLinks: false,
  },
  unrelated: {
    tier: 'none',
    badge: '',
    badgeColor: 'none',
    download: 'let-through',
    marksLinks: false,
  },
};

const stopped: readonly Label[] = ['product-download', 'store-listing'];

/** Whether pages with this label are stopped where a policy blocks. */
export function isStoppedLabel(label: Label): boolean {
  return stopped.includes(label);
}
