// "Dates": drawn on one axis, then each in words; of one place or of all.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { tCount } from '../../../shared/text.ts';
import { usePage } from '../../../shared/context.ts';
import { useArrival } from '../../arrival.ts';
import { AxisDrawing } from './axis-drawing.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { usePopup } from '../../context.ts';
import { ownDates } from './own-dates.ts';
import { Timeline } from './timeline.tsx';

export function DatesPart(): VNode {
  const { t, language } = usePage();
  const { view } = usePopup();
  const { own, others } = ownDates(view);
  const places = view.jurisdictions.filter(({ id }) =>
    view.deadlines.some(({ jurisdiction }) => jurisdiction === id),
  );
  const ownPlaces = new Set(own.map(({ jurisdiction }) => jurisdiction));
  // Show at once what most people come for: the ban itself, if the list has more than that.
  const [chosen, setChosen] = useState(
    others.length > 0 && ownPlaces.size === 1 ? ([...ownPlaces][0] ?? '') : '',
  );
  const place = places.some(({ id }) => id === chosen) ? chosen : '';
  const shown = view.deadlines.filter(({ jurisdiction }) => place === '' || jurisdiction === place);
  useArrival((anchor) => {
    if (!shown.some(({ id }) => anchor === `date-${id}`)) setChosen('');
  });
  const ahead = shown.filter(({ state }) => state === 'ahead');
  return (
    <>
      <h2 class="only-read">{t('popupPart_dates')}</h2>
      {places.length > 1 && (
        <div class="field">
          <label for="dates-place">{t('popupDatesPlace')}</label>
          <select
            id="dates-place"
            value={place}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{t('popupDatesEverywhere')}</option>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <AxisDrawing deadlines={shown} />
      <p class="hint" role="status">
        {tCount(t, language, 'popupDatesCount', shown.length)}{' '}
        {ahead.length === 0
          ? t('popupNothingAhead')
          : tCount(t, language, 'popupDatesAhead', ahead.length)}
      </p>
      {ahead.length > 0 && <CalendarButton deadlines={ahead} />}
      <Timeline deadlines={shown} isMixed={place === ''} />
    </>
  );
}
