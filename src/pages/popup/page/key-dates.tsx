import type { VNode } from 'preact';
import type { DeadlineView, PopupView } from '../../../core/view/popup/popup.ts';
import { dotted } from '../../shared/text.ts';
import { usePopup } from '../context.ts';
import { ownDates } from '../dates/own-dates.ts';

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
  const begun = all
    .map((list) => list.filter(({ kind, state }) => kind === 'law' && state !== 'ahead'))
    .filter((list) => list.length > 0);
  return [
    ...begun.slice(-shownDays),
    ...all.filter(([first]) => first?.state === 'ahead').slice(0, 1),
  ];
}

/** What is said of all of them at once must be no more exact than the source of each. */
export function leastExact(day: readonly DeadlineView[]): DeadlineView | undefined {
  const exactness = ['month', 'day', 'instant'] as const;
  return exactness.flatMap((one) => day.find(({ precision }) => precision === one) ?? [])[0];
}

export function KeyDates(): VNode | null {
  const { view } = usePopup();
  const days = keyDays(view);
  if (days.length === 0) return null;
  return (
    <ul class="key-dates">
      {days.map((day) => (
        <li key={day[0]?.id}>
          <strong>{dotted(day.map(({ title }) => title))}</strong>
          <span class="when">{leastExact(day)?.when}</span>
        </li>
      ))}
    </ul>
  );
}
