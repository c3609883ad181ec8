// One line that stays on top: what the page under the toolbar is, by icon, words and color.
import type { VNode } from 'preact';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { behaviorOf, messageSuffix, unknownPage } from '../../../core/detection/model/labels.ts';
import { usePage } from '../../shared/context.ts';
import { VerdictSign } from './verdict-sign.tsx';

export function VerdictBar({
  page,
  isChecked,
}: {
  readonly page: PopupView['page'];
  readonly isChecked: boolean;
}): VNode {
  const { t } = usePage();
  const { sign } = isChecked && page.label !== 'unknown' ? behaviorOf(page.label) : unknownPage;
  return (
    <div class={`strip sign-${sign}`}>
      <VerdictSign sign={sign} />
      <p>
        <strong>
          {t(isChecked ? `popupVerdict_${messageSuffix(page.label)}` : 'popupChecking')}
        </strong>
        {page.host && <bdi class="host">{page.host}</bdi>}
      </p>
    </div>
  );
}
