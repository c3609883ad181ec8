// "Switch": one plan for one household or one office, in its order: what one has, save, choose,
// remove, protect, check, put on record.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { systemShowing } from '../../../core/view/popup/removal-guide.ts';
import { usePage } from '../../shared/context.ts';
import { Traces } from '../../shared/traces/traces.tsx';
import { SourceChips } from '../sources/source-chips.tsx';
import { usePrintedWhole } from '../summary/printed-whole.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { Statements } from '../sources/statement.tsx';
import { ChooseReplacement } from './choose/choose-replacement.tsx';
import { deviceName } from './device-name.ts';
import { countOf, planStages, stages, type Stage } from './plan-stages.ts';
import { planText, recordLines } from './plan-text.ts';
import { PlanTools } from './plan-tools.tsx';
import { StageFold } from './stage-fold.tsx';
import { StepGroups } from './steps/step-list.tsx';
import { isTicked, usePlan } from './use-plan.ts';
import { WhatYouHave } from './what-you-have.tsx';

export function SwitchPart(): VNode {
  const { t, language } = usePage();
  const { view } = usePopup();
  const { removal, organization } = view;
  const [guest, setGuest] = useState<string | null>(null);
  const inUse = usePlan(guest);
  const { plan, isStored } = inUse;
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
    // Steps of a system that none of the devices has.
    const system = systemShowing(removal, anchor, plan.devices[0]?.system);
    if (system !== undefined && !document.getElementById(anchor)) setGuest(system);
  });
  usePrintedWhole('details.stage');
  const stage = (id: Stage) => (
    <StageFold id={id} count={counts[id]} isOpen={id === next}>
      {id === 'remove' && removal.principles.length > 0 && (
        <Statements list={removal.principles} place="principles" />
      )}
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
      <StageFold id="have" isOpen={!isStored}>
        <WhatYouHave inUse={inUse} />
      </StageFold>
      <LookForLeftovers />
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

/** Open where something was found: it says what there is to remove. */
function LookForLeftovers(): VNode {
  const { view } = usePopup();
  const isFound = view.traces.level === 'found' || view.traces.level === 'probably';
  return (
    <StageFold id="look" isOpen={isFound}>
      <div id="traces">
        <Traces
          view={view.traces}
          organization={view.organization?.name ?? ''}
          sources={(ids) => <SourceChips ids={ids} />}
        />
      </div>
    </StageFold>
  );
}
