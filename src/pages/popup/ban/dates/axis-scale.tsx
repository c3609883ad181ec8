// Behind the marks: years, months where they have room, and today. The list says all of it.
import type { VNode } from 'preact';
import { usePage } from '../../../shared/context.ts';
import { placedAt } from './placed-at.ts';
import type { Axis } from './axis.ts';

/** A month that begins later has no room for its name. */
const lastNamedPlace = 0.9;

export function AxisScale({ axis: { years, months, today } }: { readonly axis: Axis }): VNode {
  const { t, language } = usePage();
  const year = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return (
    <div class="axis-scale" aria-hidden="true">
      {years.map((one) => (
        <span key={one.year} class="axis-year" ref={placedAt(one.place)}>
          {year.format(Date.UTC(one.year, 0, 1))}
        </span>
      ))}
      {months.map((one) => (
        <span
          key={one.at}
          class={one.isNamed ? 'axis-month axis-named' : 'axis-month'}
          ref={placedAt(one.place)}
        >
          {one.isNamed && one.place <= lastNamedPlace && month.format(one.at)}
        </span>
      ))}
      <span class={today > 0.5 ? 'axis-today at-end' : 'axis-today'} ref={placedAt(today)}>
        <span>{t('popupToday')}</span>
      </span>
    </div>
  );
}
