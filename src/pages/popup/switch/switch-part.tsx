// "Switch": one plan for one household or one office, in its order: what one has, save, choose,
// remove, protect, check, put on record.
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { systemShowing } from '../../../core/view/popup/removal-guide.ts';
import { usePage } from '../../shared/context.ts';
import { Traces } from '../../shared/traces/traces.tsx';
import { SourceChips } from '../sources/source-chips.tsx';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { Statements } from '../sources/statement.tsx';
import { ChooseReplacement } from './choose/choose-replacement.tsx';
import { deviceName } from './device-name.ts';
import { countOf, planStages, stages, type Stage } from './plan-stages.ts';
import { planText, recordLines } from './plan-text.ts';
import { PlanTools } from './plan-tools.tsx';
import { StepGroups } from './steps/step-list.tsx';
import { isTicked, usePlan } from './use-plan.ts';
import { WhatYouHave } from './what-you-have.tsx';

export function SwitchPart(): VNode {
  const { t, language } = usePage();
  const { view } = usePopup();
  const { removal, organization } = view;
  const inUse = usePlan();
  const { plan, change, isStored } = inUse;
  const staged = planStages(removal, plan, t('popupVerify'));
  const isDone = (device: (typeof plan.devices)[number], step: string) =>
    isTicked(plan, device, step);
  const counts = Object.fromEntries(
    stages.map((stage) => [stage, countOf(staged[stage], isDone)]),
  ) as Record<Stage, ReturnType<typeof countOf>>;
  const done = stages.reduce((sum, stage) => sum + counts[stage].done, 0);
  const total = stages.reduce((sum, stage) => sum + counts[stage].total, 0);
  const number = new Intl.NumberFormat(language);
  const told = { view, plan, staged, language, t };
  const next = stages.find((stage) => counts[stage].done < counts[stage].total);
  useArrival((anchor) => {
    // Steps of a system that none of the devices has: one with it is added.
    const system = systemShowing(removal, anchor, plan.devices[0]?.system);
    if (system === undefined || plan.devices.some((device) => device.system === system)) return;
    if (document.getElementById(anchor)) return;
    void change({
      devices: isStored
        ? [...plan.devices, { id: freeId(plan.devices), name: '', system }]
        : [{ id: 'd1', name: '', system }],
    });
  });
  usePrintedWhole();
  const stage = (id: Stage) => (
    <StageFold id={id} count={counts[id]} isOpen={id === next}>
      <StepGroups groups={staged[id]} inUse={inUse} />
    </StageFold>
  );
  return (
    <>
      <h2 class="only-read">{t('popupPart_switch')}</h2>
      {organization?.helpAddress && (
        <p class="note">
          {t('popupPlanHelpFirst')}{' '}
          <a href={organization.helpAddress} target="_blank" rel="noopener noreferrer">
            {t('popupHelp')}
            <span class="only-read"> {t('popupNewTab')}</span>
          </a>
        </p>
      )}
      <div class="progress">
        <label for="progress">
          {t('popupProgress', number.format(done), number.format(total))}
        </label>
        <progress id="progress" value={done} max={total} />
      </div>
      <LookForLeftovers />
      <StageFold id="have" isOpen={!isStored}>
        <WhatYouHave inUse={inUse} />
      </StageFold>
      {plan.devices.length > 1 && (
        <ol class="columns" aria-label={t('popupPlanColumns')}>
          {plan.devices.map((device) => (
            <li key={device.id}>
              <bdi>{deviceName(device, plan, removal.systems)}</bdi>
            </li>
          ))}
        </ol>
      )}
      {stage('save')}
      <StageFold id="choose" isOpen={false}>
        <ChooseReplacement inUse={inUse} />
      </StageFold>
      {removal.principles.length > 0 && (
        <div class="principles">
          <Statements list={removal.principles} place="principles" />
        </div>
      )}
      {stage('remove')}
      {stage('protect')}
      {stage('check')}
      <StageFold id="record" isOpen={total > 0 && done === total}>
        <p class="hint">{t('popupRecordHint')}</p>
        <ul class="statements" id="record">
          {recordLines(told).map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{view.advisory.edition}</li>
        </ul>
      </StageFold>
      <PlanTools inUse={inUse} text={() => planText(told)} />
    </>
  );
}

/** Findings come first: they say what there is to remove. */
function LookForLeftovers(): VNode {
  const { t } = usePage();
  const { view } = usePopup();
  return (
    <section class="step-group" id="traces" aria-labelledby="traces-title">
      <h3 id="traces-title">{t('tracesTitle')}</h3>
      <Traces
        view={view.traces}
        organization={view.organization?.name ?? ''}
        sources={(ids) => <SourceChips ids={ids} />}
      />
    </section>
  );
}

const freeId = (devices: readonly { readonly id: string }[]) =>
  `d${String(Math.max(0, ...devices.map(({ id }) => Number(id.slice(1)))) + 1)}`;

interface StageProps {
  readonly id: Stage | 'have' | 'choose' | 'record';
  readonly count?: { readonly done: number; readonly total: number };
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

/** Opened by the plan's state once; then as the reader leaves it. */
function StageFold({ id, count, isOpen, children }: StageProps): VNode {
  const { t, language } = usePage();
  const [wasOpen] = useState(isOpen);
  const number = new Intl.NumberFormat(language);
  return (
    <details class="fold stage" id={`stage-${id}`} open={wasOpen}>
      <summary>
        <h3>{t(`popupStage_${id}`)}</h3>
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

/** On paper nothing is folded away. */
function usePrintedWhole(): void {
  useEffect(() => {
    const opened: HTMLDetailsElement[] = [];
    const unfold = () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(
        'details.stage:not([open])',
      )) {
        fold.open = true;
        opened.push(fold);
      }
    };
    const foldAgain = () => {
      for (const fold of opened.splice(0)) fold.open = false;
    };
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', foldAgain);
    return () => {
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', foldAgain);
    };
  }, []);
}
