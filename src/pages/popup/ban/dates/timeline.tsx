import { Fragment, type VNode } from 'preact';
import { formatDay } from '../../../../core/i18n/format-day.ts';
import type { DeadlineView } from '../../../../core/view/popup/popup.ts';
import { dotted } from '../../../shared/text.ts';
import { usePage } from '../../../shared/context.ts';
import { usePopup } from '../../context.ts';
import { localTime } from './local-time.ts';
import { SourceChips } from '../../sources/source-chips.tsx';
import { Unconfirmed } from '../../sources/statement.tsx';

/** Every date in order, with today between what is past and what comes; each with its place where they are of several. */
export function Timeline({
  deadlines,
  isMixed,
}: {
  readonly deadlines: readonly DeadlineView[];
  readonly isMixed: boolean;
}): VNode {
  const { language, t } = usePage();
  const { now, view } = usePopup();
  const placeOf = ({ jurisdiction }: DeadlineView) =>
    view.jurisdictions.find(({ id }) => id === jurisdiction)?.name;
  const firstAhead = deadlines.findIndex(({ state }) => state === 'ahead');
  const today = (
    <li class="today">{t('popupTodayIs', formatDay(new Date(now).toISOString(), language))}</li>
  );
  return (
    <ol class="timeline">
      {deadlines.map((deadline, index) => (
        <Fragment key={deadline.id}>
          {index === firstAhead && today}
          <Entry deadline={deadline} place={isMixed ? placeOf(deadline) : undefined} />
        </Fragment>
      ))}
      {firstAhead < 0 && today}
    </ol>
  );
}

function Entry({
  deadline,
  place,
}: {
  readonly deadline: DeadlineView;
  readonly place: string | undefined;
}): VNode {
  const { t, language } = usePage();
  const local = localTime(deadline, language);
  const [distance, date] = deadline.when.split(/ (?=\()/);
  return (
    <li class={`state-${deadline.state} kind-${deadline.kind}`} id={`date-${deadline.id}`}>
      <h3>{deadline.title}</h3>
      <p class="when">
        {distance} {date !== undefined && <span class="date">{date}</span>}
      </p>
      {local && <p class="when">{t('popupLocalTime', local)}</p>}
      <p>
        {deadline.text}
        {!deadline.confirmed && <Unconfirmed />}
        <SourceChips ids={deadline.sources} />
      </p>
      <p class="hint">{dotted([place, t('popupAffects', deadline.affects)])}</p>
    </li>
  );
}
