// "Does it apply to me?": three choices, and the row of the advisory's table that answers them.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { firstFitting } from '../core/advisory/applicable.ts';
import type { ChoiceView } from '../core/popup-view.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { SourceChips } from './source-chips.tsx';

export function MePart(): VNode {
  const { say } = useSurroundings();
  const { places, roles, products, answers } = usePopup().view.applicability;
  const [place, setPlace] = useState('');
  const [role, setRole] = useState('');
  const [product, setProduct] = useState('');
  const isComplete = place !== '' && role !== '' && product !== '';
  const answer = isComplete ? firstFitting(answers, { place, role, product }) : undefined;
  return (
    <>
      <h2>{say('popupMeTitle')}</h2>
      <Choice id="place" choices={places} value={place} choose={setPlace} />
      <Choice id="role" choices={roles} value={role} choose={setRole} />
      <Choice id="product" choices={products} value={product} choose={setProduct} />
      <div role="status">
        {!isComplete && <p class="hint">{say('popupMeChoose')}</p>}
        {isComplete && !answer && <p class="answer outcome-unclear">{say('popupMeNoAnswer')}</p>}
        {answer && (
          <div class={`answer outcome-${answer.outcome}`}>
            <p class="outcome">{say(`popupOutcome_${answer.outcome.replaceAll('-', '_')}`)}</p>
            <h3>{answer.title}</h3>
            <p>{answer.text}<SourceChips ids={answer.sources} /></p>
            {answer.limits && <p class="hint"><strong>{say('popupLimits')}</strong> {answer.limits}</p>}
          </div>
        )}
      </div>
      <p class="hint">{say('popupNoAdvice')}</p>
    </>
  );
}

interface ChoiceProps {
  readonly id: 'place' | 'role' | 'product';
  readonly choices: readonly ChoiceView[];
  readonly value: string;
  readonly choose: (id: string) => void;
}

function Choice({ id, choices, value, choose }: ChoiceProps): VNode {
  const { say } = useSurroundings();
  return (
    <div class="field">
      <label for={`me-${id}`}>{say(`popupMe_${id}`)}</label>
      <select id={`me-${id}`} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say('popupMePick')}</option>
        {choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.label}</option>)}
      </select>
    </div>
  );
}
