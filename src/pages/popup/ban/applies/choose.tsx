import type { VNode } from 'preact';
import type { ChoiceView } from '../../../../core/view/popup/steps.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** Words of the empty choice. */
  readonly any: string;
  readonly value: string;
  readonly choices: readonly ChoiceView[];
  readonly choose: (id: string) => void;
}

/** A list to choose one of, or none. */
export function Choose({ id, label, any, value, choices, choose }: Props): VNode {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
