// Taking the plan along: printed, copied, saved as a file, opened again elsewhere. Nothing is sent from here.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { emptyPlan, type Plan } from '../../../core/plan/plan.ts';
import { maxPlanCharacters, planFile } from '../../../core/plan/plan-text-file.ts';
import { usePage } from '../../shared/context.ts';
import { saveFile } from '../../shared/save-file.ts';
import { usePopup } from '../context.ts';
import { PrintWay } from '../summary/print-way.tsx';
import type { PlanInUse } from './use-plan.ts';

interface Props {
  readonly inUse: PlanInUse;
  readonly text: () => string;
}

export function PlanTools({ inUse: { plan, isStored, change }, text }: Props): VNode {
  const { t, connection } = usePage();
  const { now } = usePopup();
  const [said, setSaid] = useState('');
  const [offered, setOffered] = useState<Plan | null>(null);
  const take = async (next: Plan) => {
    await change(next);
    setOffered(null);
    setSaid(t('popupPlanOpened'));
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    setOffered(null);
    // Of a huge one nothing is read.
    const read =
      file.size > maxPlanCharacters
        ? ({ ok: false, error: 'tooLarge' } as const)
        : await connection.request('read-plan-file', { text: await file.text() });
    if (!read.ok) setSaid(t(`popupPlanFault_${read.error}`));
    else if (isStored) {
      setSaid('');
      setOffered(read.value);
    } else await take(read.value);
  };
  const copy = async () => {
    await connection.copy(text()).then(
      () => setSaid(t('popupTicketCopied')),
      () => setSaid(t('popupPlanNotCopied')),
    );
  };
  return (
    <section class="plan-tools" aria-labelledby="plan-tools-title">
      <h3 id="plan-tools-title">{t('popupPlanTake')}</h3>
      <div class="line tools">
        <PrintWay to="switch" />
        <button type="button" class="link-button" onClick={() => void copy()}>
          {t('popupPlanCopy')}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => saveFile('switch-plan.json', 'application/json', planFile(plan, now))}
        >
          {t('popupPlanSave')}
        </button>
        {isStored && (
          <button
            type="button"
            class="link-button"
            onClick={() => void change({ ...emptyPlan, devices: plan.devices })}
          >
            {t('popupStartOver')}
          </button>
        )}
      </div>
      <div class="field">
        <label for="plan-file">{t('popupPlanOpen')}</label>
        <input
          id="plan-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void openFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p class="hint" role="status">
        {said}
      </p>
      {offered && (
        <div class="note" role="alert">
          <p>{t('popupPlanReplace')}</p>
          <div class="ways">
            <button type="button" class="button" onClick={() => setOffered(null)}>
              {t('popupPlanKeepMine')}
            </button>
            <button type="button" class="button" onClick={() => void take(offered)}>
              {t('popupPlanTakeFile')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
