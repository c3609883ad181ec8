import type { VNode } from 'preact';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { deadlineWhen, type DeadlineView } from './dates.ts';

/** The prohibition that came into force last, and what comes next. */
function keyDates(deadlines: readonly DeadlineView[]): readonly DeadlineView[] {
  const begun = deadlines.filter(({ kind, state }) => kind === 'law' && state !== 'ahead').slice(-2);
  return [...begun, ...deadlines.filter(({ state }) => state === 'ahead').slice(0, 1)];
}

export function KeyDates({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): VNode {
  const { say, language } = useSurroundings();
  const { now, show } = usePopup();
  return (
    <>
      <ul class="key-dates">
        {keyDates(deadlines).map((deadline) => (
          <li key={deadline.id} class={`state-${deadline.state}`}>
            <strong>{deadline.title}</strong>
            <span class="when">{deadlineWhen(deadline, now, language, say)}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="link-button" onClick={() => show('ban')}>{say('popupAllDates')}</button>
    </>
  );
}
