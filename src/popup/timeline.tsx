import type { VNode } from 'preact';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { deadlineWhen, type DeadlineView } from './dates.ts';
import { SourceChips } from './source-chips.tsx';
import { Unconfirmed } from './statement.tsx';

/** Every date in order; what is in force, what was, what comes. */
export function Timeline({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): VNode {
  const { say, language } = useSurroundings();
  const { now } = usePopup();
  return (
    <ol class="timeline">
      {deadlines.map((deadline) => (
        <li key={deadline.id} class={`state-${deadline.state} kind-${deadline.kind}`}>
          <h4>{deadline.title}</h4>
          <p class="when">{deadlineWhen(deadline, now, language, say)}</p>
          <p>
            {deadline.text}
            {!deadline.confirmed && <Unconfirmed />}
            <SourceChips ids={deadline.sources} />
          </p>
          <p class="hint">{say('popupAffects', deadline.affects)}</p>
        </li>
      ))}
    </ol>
  );
}
