import type { VNode } from 'preact';
import type { DeadlineView, PopupView } from '../core/popup-view.ts';
import { dotted } from '../ui/dotted.ts';
import { usePopup } from './context.ts';
import { ownDates } from './own-dates.ts';

/** How many days of the past are shown at a glance. */
const shownDays = 3;

/** Deadlines of one day together: the last days on which a prohibition began, and the next day of any kind. */
function keyDays(view: Pick<PopupView, 'deadlines' | 'jurisdictions'>): readonly DeadlineView[][] {
  const days = new Map<string, DeadlineView[]>();
  for (const deadline of ownDates(view).own) {
    const day = `${deadline.state} ${deadline.at.slice(0, 'yyyy-mm-dd'.length)}`;
    days.set(day, [...(days.get(day) ?? []), deadline]);
  }
  const all = [...days.values()];
  const begun = all.map((list) => list.filter(({ kind, state }) => kind === 'law' && state !== 'ahead')).filter((list) => list.length > 0);
  return [...begun.slice(-shownDays), ...all.filter(([first]) => first?.state === 'ahead').slice(0, 1)];
}

export function KeyDates(): VNode {
  const { view } = usePopup();
  return (
      <ul class="key-dates">
        {keyDays(view).map(([first, ...others]) => first && (
          <li key={first.id}>
            <strong>{dotted([first, ...others].map(({ title }) => title))}</strong>
            <span class="when">{first.when}</span>
          </li>
        ))}
      </ul>
  );
}
