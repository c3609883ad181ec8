// The notice's scenes: every label that speaks, closed and opened; and the marks beside links.
import type { Label } from '../../../src/core/detection/model/labels.ts';
import type { OrganizationView } from '../../../src/core/policy/organization.ts';
import type { Scene } from '../page/scene.ts';

export interface NoticeScene extends Scene {
  /** Absent: no notice, marks alone. */
  readonly label?: Label;
  readonly marksLinks?: boolean;
  /** Policy forbids to silence it. */
  readonly isPersistent?: boolean;
  readonly organization?: OrganizationView;
}

const labels = [
  'product-download',
  'store-listing',
  'vendor-site',
  'lookalike',
  'removal-help',
] as const satisfies readonly Label[];

const each = (
  scene: (label: (typeof labels)[number]) => NoticeScene,
  suffix = '',
): Record<string, NoticeScene> =>
  Object.fromEntries(labels.map((label) => [`${label}${suffix}`, scene(label)]));

export const scenes: Readonly<Record<string, NoticeScene>> = {
  ...each((label) => ({ label })),
  ...each((label) => ({ label, act: (hand) => hand.press('[aria-controls=why]') }), '-why'),
  organization: {
    label: 'product-download',
    isPersistent: true,
    organization: {
      name: 'Northwind',
      helpAddress: '',
      message: 'Our IT department has a replacement ready for you.',
      approved: [],
    },
  },
  persistent: { label: 'product-download', isPersistent: true },
  marks: { marksLinks: true, act: async (hand) => void (await hand.see('body > span')) },
};
