// One stage of the plan, to be unfolded; on paper all of them are.
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../../shared/context.ts';
import type { Stage } from './plan-stages.ts';

interface StageProps {
  readonly id: Stage | 'have' | 'choose' | 'look' | 'record';
  readonly count?: { readonly done: number; readonly total: number };
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

/** Opened by the plan's state once; then as the reader leaves it. */
export function StageFold({ id, count, isOpen, children }: StageProps): VNode {
  const { t, language } = usePage();
  const [wasOpen] = useState(isOpen);
  const number = new Intl.NumberFormat(language);
  return (
    <details class="fold stage" id={`stage-${id}`} open={wasOpen}>
      <summary>
        <h3>{t(id === 'look' ? 'tracesTitle' : `popupStage_${id}`)}</h3>
        {count && count.total > 0 && (
          <span class="hint">
            {t('popupStageCount', number.format(count.done), number.format(count.total))}
          </span>
        )}
      </summary>
      {children}
    </details>
  );
}
