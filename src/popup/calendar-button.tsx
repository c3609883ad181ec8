import type { VNode } from 'preact';
import { calendarFile } from '../core/calendar.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import type { DeadlineView } from './dates.ts';

/** Dates that are ahead, as a file for the reader's own calendar. Nothing is sent anywhere. */
export function CalendarButton({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): VNode {
  const { say } = useSurroundings();
  const { view, now } = usePopup();
  const save = () => {
    const dates = deadlines.map((deadline) => ({
      ...deadline,
      source: view.sources.find(({ id }) => deadline.sources.includes(id))?.url,
    }));
    const address = URL.createObjectURL(new Blob([calendarFile(dates, say('extensionName'), now)], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'ban-dates.ics';
    link.click();
    // Not at once: Firefox still reads it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return <button type="button" class="button" onClick={save}>{say('popupCalendar')}</button>;
}
