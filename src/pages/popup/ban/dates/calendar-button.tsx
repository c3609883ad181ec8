import type { VNode } from 'preact';
import { calendarFile } from '../../../../core/dates/icalendar.ts';
import { usePage } from '../../../shared/context.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { usePopup } from '../../context.ts';
import type { DeadlineView } from '../../../../core/view/popup/popup.ts';

/** Dates that are ahead, as a file for the reader's own calendar. Nothing is sent anywhere. */
export function CalendarButton({
  deadlines,
}: {
  readonly deadlines: readonly DeadlineView[];
}): VNode {
  const { t } = usePage();
  const { view, now } = usePopup();
  const save = () => {
    const dates = deadlines.map((deadline) => ({
      ...deadline,
      source: view.sources.find(({ id }) => deadline.sources.includes(id))?.url,
    }));
    saveFile('ban-dates.ics', 'text/calendar', calendarFile(dates, t('extensionName'), now));
  };
  return (
    <button type="button" class="button" onClick={save}>
      {t('popupCalendar')}
    </button>
  );
}
