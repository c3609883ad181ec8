// Dates on a line, a lane for each place. A mark opens the dates that it stands for; the list beneath says all of it in words.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { deadlineDate } from '../../../../core/dates/deadline-words.ts';
import type { DeadlineView } from '../../../../core/view/popup/popup.ts';
import { usePage } from '../../../shared/context.ts';
import { dotted, tCount } from '../../../shared/text.ts';
import { arrive } from '../../arrival.ts';
import { usePopup } from '../../context.ts';
import { placedAt } from './placed-at.ts';
import { AxisScale } from './axis-scale.tsx';
import { axisOf, besideNames, wholeWidth, type Mark } from './axis.ts';

/** As many labels as have room below one another. */
const mostLabels = 4;

const isLaw = ({ kind }: DeadlineView) => kind === 'law';
const idOf = ({ deadlines }: Mark) => deadlines.map(({ id }) => id).join(' ');

export function AxisDrawing({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): VNode {
  const { t } = usePage();
  const { view, now } = usePopup();
  const [opened, setOpened] = useState('');
  const places = view.jurisdictions.filter(({ id }) =>
    deadlines.some(({ jurisdiction }) => jurisdiction === id),
  );
  const isLaned = places.length > 1;
  const axis = axisOf(deadlines, now, isLaned ? besideNames : wholeWidth);
  const lanes = isLaned
    ? places.map(({ id, name }) => ({
        name,
        marks: axis.marksFor(deadlines.filter(({ jurisdiction }) => jurisdiction === id)),
      }))
    : [{ name: '', marks: axis.marks }];
  const mark = lanes.flatMap(({ marks }) => marks).find((one) => idOf(one) === opened);
  return (
    <div
      class={isLaned ? 'axis axis-laned' : 'axis'}
      role="group"
      aria-label={t('popupPart_dates')}
    >
      <div class="axis-lines">
        <AxisScale axis={axis} />
        {lanes.map(({ name, marks }) => (
          <div key={name} class="axis-lane">
            {isLaned && <span class="axis-name">{name}</span>}
            <div class="axis-track">
              {marks.map((one) => (
                <MarkButton
                  key={idOf(one)}
                  mark={one}
                  place={name}
                  isOpen={idOf(one) === opened}
                  toggle={() => setOpened(idOf(one) === opened ? '' : idOf(one))}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {!isLaned && <LawLabels marks={axis.marks} />}
      <p class="axis-legend hint">
        <span class="axis-key kind-law">{t('popupAxisLaw')}</span>
        <span class="axis-key">{t('popupAxisOther')}</span>
      </p>
      <div id="axis-opened" class="axis-opened">
        {mark && <OpenedMark mark={mark} />}
      </div>
    </div>
  );
}

function MarkButton({
  mark: { place: at, deadlines },
  place,
  isOpen,
  toggle,
}: {
  readonly mark: Mark;
  readonly place: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}): VNode {
  const { t, language } = usePage();
  const isMany = deadlines.length > 1;
  const name = dotted([
    place || undefined,
    isMany ? tCount(t, language, 'popupDatesCount', deadlines.length) : undefined,
    ...deadlines.map(({ title }) => title),
  ]);
  return (
    <button
      type="button"
      class={`axis-mark state-${deadlines[0]?.state ?? 'past'}${deadlines.some(isLaw) ? ' kind-law' : ''}`}
      ref={placedAt(at)}
      aria-label={name}
      title={name}
      aria-expanded={isOpen}
      aria-controls="axis-opened"
      onClick={toggle}
    >
      <span class={isMany ? 'axis-many' : 'axis-one'}>
        {isMany && new Intl.NumberFormat(language).format(deadlines.length)}
      </span>
    </button>
  );
}

/** Labels of dates on which law takes effect, in rows below their marks. */
function LawLabels({ marks }: { readonly marks: readonly Mark[] }): VNode {
  const { language } = usePage();
  const number = new Intl.NumberFormat(language, { signDisplay: 'always' });
  const labeled = marks.filter(({ deadlines }) => deadlines.some(isLaw)).slice(-mostLabels);
  return (
    <div class="axis-labels" aria-hidden="true">
      {labeled.map((mark) => {
        const [first, ...more] = mark.deadlines.filter(isLaw);
        const isAtEnd = mark.place > 0.5;
        return (
          <p
            key={idOf(mark)}
            class={isAtEnd ? 'axis-label at-end' : 'axis-label'}
            ref={placedAt(
              isAtEnd ? 1 - mark.place : mark.place,
              isAtEnd ? 'marginInlineEnd' : 'marginInlineStart',
            )}
          >
            {first?.title} {more.length > 0 && number.format(more.length)}
          </p>
        );
      })}
    </div>
  );
}

/** Its dates, each of which leads to its words in the list. */
function OpenedMark({ mark }: { readonly mark: Mark }): VNode {
  const { language } = usePage();
  return (
    <ul>
      {mark.deadlines.map((deadline) => (
        <li key={deadline.id}>
          <button type="button" class="link-button" onClick={() => arrive(`date-${deadline.id}`)}>
            {deadline.title}
          </button>{' '}
          <span class="hint">{deadlineDate(deadline, language)}</span>
        </li>
      ))}
    </ul>
  );
}
