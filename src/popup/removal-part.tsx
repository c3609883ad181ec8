// How to remove it: the same beginning and end for everybody, and the steps of one system between them.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { StepGroupView, StepView } from '../core/popup-view.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { SourceChips } from './source-chips.tsx';
import { Statements, Unconfirmed } from './statement.tsx';
import { systemOf } from './system.ts';

export function RemovalPart(): VNode {
  const { say } = useSurroundings();
  const { principles, before, systems, after, replacement, verify } = usePopup().view.removal;
  const own = systemOf(navigator);
  const [chosen, setChosen] = useState(systems.find(({ id }) => id === own)?.id ?? systems[0]?.id ?? '');
  const system = systems.find(({ id }) => id === chosen);
  return (
    <>
      <h2 class="only-read">{say('popupPart_removal')}</h2>
      <div class="field">
        <label for="system">{say('popupSystem')}</label>
        <select id="system" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {systems.map(({ id, title }) => <option key={id} value={id}>{id === own ? say('popupOwnSystem', title) : title}</option>)}
        </select>
      </div>
      {principles.length > 0 && <Statements list={principles} />}
      <Groups groups={before} />
      {system && <Groups groups={system.groups} />}
      <Groups groups={after} />
      {verify.length > 0 && <section><h3>{say('popupVerify')}</h3><Steps steps={verify} /></section>}
      <details class="fold">
        <summary><h3>{replacement.title}</h3></summary>
        <Statements list={replacement.facts} />
        <Steps steps={replacement.steps} />
      </details>
    </>
  );
}

function Groups({ groups }: { readonly groups: readonly StepGroupView[] }): VNode {
  return (
    <>
      {groups.map(({ id, title, steps }) => (
        <section key={id} aria-labelledby={`steps-${id}`}>
          <h3 id={`steps-${id}`}>{title}</h3>
          <Steps steps={steps} />
        </section>
      ))}
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly StepView[] }): VNode | null {
  if (steps.length === 0) return null;
  return (
    <ol class="steps">
      {steps.map(({ id, text, sources, confirmed }) => (
        <li key={id}>
          {text}
          {!confirmed && <Unconfirmed />}
          <SourceChips ids={sources} />
        </li>
      ))}
    </ol>
  );
}
