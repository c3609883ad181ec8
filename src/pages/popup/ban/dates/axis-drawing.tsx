// The axis, drawn: years below, dates as dots, today as a line. The list beneath says all of it in words.
import type { VNode } from 'preact';
import { usePage } from '../../../shared/context.ts';
import { axisOf, type Mark } from './axis.ts';
import { usePopup } from '../../context.ts';
import type { DeadlineView } from '../../../../core/view/popup/popup.ts';

/** A month that begins later has no room for its name. */
const lastNamedPlace = 0.9;
const height = { all: 78, today: 16, line: 44, years: 70 };

export function AxisDrawing({ deadlines }: { readonly deadlines: readonly DeadlineView[] }): VNode {
  const { t, language } = usePage();
  const { view, now } = usePopup();
  const { marks, years, months, today } = axisOf(deadlines, now);
  const year = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const isMirrored = view.direction === 'rtl';
  const x = (place: number) => `${((isMirrored ? 1 - place : place) * 100).toFixed(2)}%`;
  // A word at the end of the axis must not reach out of it.
  const isEnd = today > 0.5 !== isMirrored;
  return (
    <svg class="axis" width="100%" height={height.all} aria-hidden="true">
      {years.map((one) => (
        <g key={one.year} class="axis-year">
          <line x1={x(one.place)} x2={x(one.place)} y1={height.line - 6} y2={height.line + 6} />
          <text x={x(one.place)} y={height.years} text-anchor={isMirrored ? 'end' : 'start'}>
            {year.format(Date.UTC(one.year, 0, 1))}
          </text>
        </g>
      ))}
      {months.map(({ at, place, isNamed }) => (
        <g key={at} class="axis-year">
          <line
            x1={x(place)}
            x2={x(place)}
            y1={height.line - (isNamed ? 4 : 2)}
            y2={height.line + (isNamed ? 4 : 2)}
          />
          {isNamed && place <= lastNamedPlace && (
            <text x={x(place)} y={height.years} text-anchor={isMirrored ? 'end' : 'start'}>
              {month.format(at)}
            </text>
          )}
        </g>
      ))}
      <line class="axis-line" x1="0" x2="100%" y1={height.line} y2={height.line} />
      <line class="axis-run" x1={x(0)} x2={x(today)} y1={height.line} y2={height.line} />
      <g class="axis-today">
        <line x1={x(today)} x2={x(today)} y1={height.today + 4} y2={height.line + 14} />
        <text
          x={x(today)}
          y={height.today}
          text-anchor={isEnd ? 'end' : 'start'}
          dx={isEnd ? 4 : -4}
        >
          {t('popupToday')}
        </text>
      </g>
      {marks.map((mark) => (
        <MarkDrawing key={mark.deadlines[0]?.id} mark={mark} x={x(mark.place)} />
      ))}
    </svg>
  );
}

function MarkDrawing({
  mark: { deadlines },
  x,
}: {
  readonly mark: Mark;
  readonly x: string;
}): VNode {
  const { language } = usePage();
  const isLaw = deadlines.some(({ kind }) => kind === 'law');
  const state = deadlines[0]?.state ?? 'past';
  return (
    <g class={`axis-mark state-${state}${isLaw ? ' kind-law' : ''}`}>
      <circle cx={x} cy={height.line} r={deadlines.length > 1 ? 9 : 6} />
      {deadlines.length > 1 && (
        <text x={x} y={height.line} dy="0.36em" text-anchor="middle">
          {new Intl.NumberFormat(language).format(deadlines.length)}
        </text>
      )}
    </g>
  );
}
