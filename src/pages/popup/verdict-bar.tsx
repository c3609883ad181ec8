// One line that stays on top: what the page under the toolbar is, by icon, words and color.
import type { VNode } from 'preact';
import type { PopupView } from '../../core/view/popup.ts';
import type { Label } from '../../core/detection/model/labels.ts';
import { usePage } from '../shared/context.ts';
import { VerdictSign, type Sign } from './verdict-sign.tsx';

const signs: Readonly<Record<Label | 'unknown', Sign>> = {
  'product-download': 'warning',
  'store-listing': 'warning',
  lookalike: 'lookalike',
  'vendor-site': 'notice',
  'removal-help': 'hint',
  exempt: 'clear',
  component: 'notice',
  mention: 'clear',
  unrelated: 'clear',
  unknown: 'unknown',
};

export function VerdictBar({
  page,
  isChecked,
}: {
  readonly page: PopupView['page'];
  readonly isChecked: boolean;
}): VNode {
  const { t } = usePage();
  const sign = isChecked ? signs[page.label] : 'unknown';
  return (
    <div class={`strip sign-${sign}`}>
      <VerdictSign sign={sign} />
      <p>
        <strong>
          {t(isChecked ? `popupVerdict_${page.label.replaceAll('-', '_')}` : 'popupChecking')}
        </strong>
        {page.host && <bdi class="host">{page.host}</bdi>}
      </p>
    </div>
  );
}
