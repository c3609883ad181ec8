// The dates that matter, drawn as a line from then to now. Its list says all of it, so that it
// needs no picture to be read.
import type { VNode } from 'preact';
import { deadlineDate } from '../../../core/dates/deadline-words.ts';
import type { DeadlineView, PopupView } from '../../../core/view/popup/popup.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { ownDates } from '../ban/dates/own-dates.ts';

/** Of the past; with the next one to come, if any. */
const shownDays = 2;

/**
 * Deadlines of one day together: the last days on which a prohibition began, and the next day of
 * any kind.
 */
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

/** A statement about all of them must not be more exact than the least exact source. */
export function leastExact(day: readonly DeadlineView[]): DeadlineView | undefined {
  const exactness = ['month', 'day', 'instant'] as const;
  return exactness.flatMap((one) => day.find(({ precision }) => precision === one) ?? [])[0];
}

export function KeyDates(): VNode | null {
  const { t } = usePage();
  const { view } = usePopup();
  const days = keyDays(view);
  if (days.length === 0) return null;
  const today = (
    <li class="key-today">
      <span>{t('popupToday')}</span>
    </li>
  );
  const isAhead = (day: readonly DeadlineView[]) => day[0]?.state === 'ahead';
  return (
    <ol class="key-dates">
      {days
        .filter((day) => !isAhead(day))
        .map((day) => (
          <KeyDate key={day[0]?.id} day={day} />
        ))}
      {today}
      {days.filter(isAhead).map((day) => (
        <KeyDate key={day[0]?.id} day={day} />
      ))}
    </ol>
  );
}

function KeyDate({ day }: { readonly day: readonly DeadlineView[] }): VNode {
  const { language } = usePage();
  const { show } = usePopup();
  const told = leastExact(day);
  const [first = told] = day;
  return (
    <li class={`state-${told?.state ?? 'past'}`}>
      {told && (
        <button
          type="button"
          class="key-date"
          onClick={() => show('dates', `date-${first?.id ?? ''}`)}
        >
          {deadlineDate(told, language)}
        </button>
      )}
      {day.map(({ id, title }) => (
        <span key={id}>{title}</span>
      ))}
    </li>
  );
}
