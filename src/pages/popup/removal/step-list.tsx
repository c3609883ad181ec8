// Steps with a box to tick, and notes among them; what is ticked is kept, by an id that stays the same when the texts change.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StepGroupView, StepView } from '../../../core/view/popup/popup.ts';
import { usePage } from '../../shared/context.ts';
import { codePieces } from './code-pieces.ts';
import { usePopup } from '../context.ts';
import { traceAnswer } from '../../shared/traces/trace-findings.tsx';
import { SourceChips } from '../source-chips.tsx';
import { Unconfirmed } from '../statement.tsx';

/** In a window 320 px wide, more letters have no room beside a box. */
const longestUnbroken = 26;

export function StepGroups({
  place,
  groups,
}: {
  readonly place: string;
  readonly groups: readonly StepGroupView[];
}): VNode {
  return (
    <>
      {groups.map(({ id, title, steps }) => (
        <section
          key={id}
          class="step-group"
          id={`steps-${place}-${id}`}
          aria-labelledby={`steps-${place}-${id}-title`}
        >
          <h3 id={`steps-${place}-${id}-title`}>{title}</h3>
          <Steps place={`${place}/${id}`} steps={steps} />
        </section>
      ))}
    </>
  );
}

export function Steps({
  place,
  steps,
}: {
  readonly place: string;
  readonly steps: readonly StepView[];
}): VNode | null {
  if (steps.length === 0) return null;
  // Said once of all of them, where it is true of all.
  const isNoneConfirmed = steps.length > 1 && steps.every(({ confirmed }) => !confirmed);
  return (
    <>
      {isNoneConfirmed && (
        <p>
          <Unconfirmed as="Steps" />
        </p>
      )}
      <ol class="steps">
        {steps.map((step) => {
          const isMarked = !step.confirmed && !isNoneConfirmed;
          return step.isNote ? (
            <Note key={step.id} step={step} isMarked={isMarked} />
          ) : (
            <Step key={step.id} id={`${place}/${step.id}`} step={step} isMarked={isMarked} />
          );
        })}
      </ol>
    </>
  );
}

interface Entry {
  readonly step: StepView;
  /** As not confirmed. */
  readonly isMarked: boolean;
}

/** What can't be ticked: something to know. */
function Note({ step: { text, code, sources }, isMarked }: Entry): VNode {
  return (
    <li class="step-note">
      <p>
        <StepText text={text} code={code} />
        {isMarked && <Unconfirmed />}
        <SourceChips ids={sources} />
      </p>
    </li>
  );
}

function StepText({ text, code }: Pick<StepView, 'text' | 'code'>): VNode {
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

function Step({
  id,
  step: { text, code, sources, looksForTraces },
  isMarked,
}: Entry & { readonly id: string }): VNode {
  const { connection } = usePage();
  const { view } = usePopup();
  const isKept = view.doneSteps.includes(id);
  // At once under the finger; the view follows when it is stored.
  const [isDone, setDone] = useState(isKept);
  useEffect(() => setDone(isKept), [isKept]);
  const mark = async (next: boolean) => {
    setDone(next);
    await connection
      .request('mark-steps', { steps: [id], isDone: next })
      .catch(() => setDone(!next));
  };
  return (
    <li class={isDone ? 'done' : undefined}>
      <input
        type="checkbox"
        id={`step-${id}`}
        checked={isDone}
        onChange={(event) => void mark(event.currentTarget.checked)}
      />
      <p>
        <label for={`step-${id}`}>
          <StepText text={text} code={code} />
        </label>
        {isMarked && <Unconfirmed as="Step" />}
        <SourceChips ids={sources} />
        {looksForTraces && <TraceStep />}
      </p>
    </li>
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
