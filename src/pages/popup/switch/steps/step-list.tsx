// Steps with a box for each device that needs them, and notes among them.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tickOf, type Device } from '../../../../core/plan/plan.ts';
import { usePage } from '../../../shared/context.ts';
import { traceAnswer } from '../../../shared/traces/trace-findings.tsx';
import { usePopup } from '../../context.ts';
import { SourceChips } from '../../sources/source-chips.tsx';
import { Unconfirmed } from '../../sources/statement.tsx';
import { codePieces } from './code-pieces.ts';
import { deviceName } from '../device-name.ts';
import type { PlanGroup, PlanStep } from '../plan-stages.ts';
import { isTicked, type PlanInUse } from '../use-plan.ts';

/** In a window 320 px wide, more letters have no room beside a box. */
const longestUnbroken = 26;

interface Props {
  readonly groups: readonly PlanGroup[];
  readonly inUse: PlanInUse;
}

export function StepGroups({ groups, inUse }: Props): VNode {
  return (
    <>
      {groups.map(({ id, title, steps }) => {
        // Said once of all of them, where it is true of all.
        const isNoneConfirmed = steps.length > 1 && steps.every(({ step }) => !step.confirmed);
        return (
          <section key={id} class="step-group" id={id} aria-labelledby={`${id}-title`}>
            <h4 id={`${id}-title`}>{title}</h4>
            {isNoneConfirmed && (
              <p>
                <Unconfirmed as="Steps" />
              </p>
            )}
            <ol class="steps">
              {steps.map((one) => (
                <Step
                  key={one.id}
                  one={one}
                  inUse={inUse}
                  isMarked={!one.step.confirmed && !isNoneConfirmed}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

interface StepProps {
  readonly one: PlanStep;
  readonly inUse: PlanInUse;
  /** As not confirmed. */
  readonly isMarked: boolean;
}

function Step({ one: { id, step, devices }, inUse, isMarked }: StepProps): VNode {
  const columns = inUse.plan.devices;
  const isDone = devices.every((device) => isTicked(inUse.plan, device, id));
  const text = <StepText text={step.text} code={step.code} />;
  const { view } = usePopup();
  const [first] = devices;
  const isAlone = columns.length === 1 && first !== undefined;
  const tickFor = (device: Device) => (
    <Tick device={device} id={id} text={step.text} inUse={inUse} />
  );
  if (step.isNote)
    return (
      <li class="step-note">
        <p>
          {text}
          {isMarked && <Unconfirmed />}
          <SourceChips ids={step.sources} />
        </p>
      </li>
    );
  return (
    <li class={isDone ? 'done' : undefined}>
      {isAlone && tickFor(first)}
      <p>
        {isAlone ? (
          <label class="step-text" for={`step-${tickOf(first, id)}`}>
            {text}
          </label>
        ) : (
          <span class="step-text">{text}</span>
        )}
        {isMarked && <Unconfirmed as="Step" />}
        <SourceChips ids={step.sources} />
        {step.looksForTraces && <TraceStep />}
      </p>
      {columns.length > 1 && (
        <div class="ticks">
          {columns.map((device) =>
            devices.includes(device) ? (
              <label key={device.id} class="tick">
                {tickFor(device)}
                <bdi>{deviceName(device, inUse.plan, view.removal.systems)}</bdi>
              </label>
            ) : (
              <span key={device.id} class="no-tick" />
            ),
          )}
        </div>
      )}
    </li>
  );
}

function Tick({
  device,
  id,
  text,
  inUse: { plan, mark },
}: {
  readonly device: Device;
  readonly id: string;
  readonly text: string;
  readonly inUse: PlanInUse;
}): VNode {
  const { view } = usePopup();
  const isKept = isTicked(plan, device, id);
  // At once under the finger; the view follows when it is stored.
  const [isDone, setDone] = useState(isKept);
  useEffect(() => setDone(isKept), [isKept]);
  const tick = tickOf(device, id);
  const set = async (next: boolean) => {
    setDone(next);
    await mark([tick], next).catch(() => setDone(!next));
  };
  const name = plan.devices.length > 1 ? deviceName(device, plan, view.removal.systems) : undefined;
  return (
    <input
      type="checkbox"
      id={`step-${tick}`}
      aria-label={name === undefined ? undefined : `${name}: ${text}`}
      checked={isDone}
      onChange={(event) => void set(event.currentTarget.checked)}
    />
  );
}

/** The last step runs the look itself, and says at once what it finds. */
function TraceStep(): VNode {
  const { t, connection } = usePage();
  const { traces } = usePopup().view;
  const areas = traces.areas.map(({ id }) => id);
  // Within the click itself: browsers ask a person only then.
  const look = () => {
    void connection.traces.request(areas).catch(() => false);
    void connection.request('look-for-traces', { areas }).catch(() => null);
  };
  if (traces.order === 'off') return <></>;
  return (
    <span class="line">
      <button type="button" class="button" onClick={look}>
        {t('tracesLook')}
      </button>
      <span role="status">{traceAnswer(traces, t)}</span>
    </span>
  );
}

function StepText({
  text,
  code,
}: {
  readonly text: string;
  readonly code: readonly string[];
}): VNode {
  return (
    <>
      {codePieces(text, code).map((piece) =>
        piece.isCode ? (
          <code dir="ltr" translate={false}>
            {unbroken(piece.text)}
          </code>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

/** A line ends between the words of a command, not at a hyphen in one, which would look like hyphenation; very long words may break. */
function unbroken(code: string): (VNode | string)[] {
  return code
    .split(/( )/)
    .map((word) =>
      word === ' ' || word.length > longestUnbroken ? word : <span class="unbroken">{word}</span>,
    );
}
