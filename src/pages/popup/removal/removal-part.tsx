// How to remove it: the same beginning and end for everybody, and the steps of one system between them.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../../shared/context.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { PrintWay } from '../summary/print-way.tsx';
import { removalGuide, systemShowing } from './removal-guide.ts';
import { Traces } from '../../shared/traces/traces.tsx';
import { SourceChips } from '../source-chips.tsx';
import { Statements } from '../statement.tsx';
import { StepGroups, Steps } from './step-list.tsx';
import { detectOs } from './detect-os.ts';

/** What was found comes first: it says what there is to remove. */
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

export function RemovalPart(): VNode {
  const { t, language, connection } = usePage();
  const { view, place } = usePopup();
  const { principles, systems } = view.removal;
  const own = detectOs(navigator);
  const [wanted, setWanted] = useState(place.system ?? own);
  const system = systems.find(({ id }) => id === wanted) ?? systems[0];
  useArrival((anchor) => {
    const holder = systemShowing(view.removal, anchor, system?.id);
    if (holder !== undefined) setWanted(holder);
  });
  const {
    before,
    own: ownSteps,
    after,
    verify,
    replacement,
    tasks,
  } = removalGuide(view.removal, system?.id);
  const done = tasks.filter((id) => view.doneSteps.includes(id));
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <h2 class="only-read">{t('popupPart_removal')}</h2>
      <LookForLeftovers />
      <div class="field">
        <label for="system">{t('popupSystem')}</label>
        <select
          id="system"
          value={system?.id}
          onChange={(event) => setWanted(event.currentTarget.value)}
        >
          {systems.map(({ id, title }) => (
            <option key={id} value={id}>
              {id === own ? t('popupOwnSystem', title) : title}
            </option>
          ))}
        </select>
      </div>
      <div class="progress">
        <label for="progress">
          {t('popupProgress', number.format(done.length), number.format(tasks.length))}
        </label>
        <progress id="progress" value={done.length} max={tasks.length} />
        <div class="line">
          <PrintWay to="removal" system={system?.id} />
          {done.length > 0 && (
            <button
              type="button"
              class="link-button"
              onClick={() =>
                void connection.request('mark-steps', { steps: [...tasks], isDone: false })
              }
            >
              {t('popupStartOver')}
            </button>
          )}
        </div>
      </div>
      {principles.length > 0 && <Statements list={principles} place="principles" />}
      <StepGroups place="before" groups={before} />
      {system && <StepGroups place={system.id} groups={ownSteps} />}
      <StepGroups place="after" groups={after} />
      {replacement && (
        <section class="step-group" id="replacement" aria-labelledby="replacement-title">
          <h3 id="replacement-title">{replacement.title}</h3>
          <Statements list={replacement.facts} />
          <Steps place="replacement" steps={replacement.steps} />
        </section>
      )}
      {verify.length > 0 && (
        <section class="step-group" id="steps-verify" aria-labelledby="steps-verify-title">
          <h3 id="steps-verify-title">{t('popupVerify')}</h3>
          <Steps place="verify" steps={verify} />
        </section>
      )}
    </>
  );
}
