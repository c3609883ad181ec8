import type { VNode } from 'preact';
import { formatDay } from '../../../core/i18n/format-day.ts';
import { changeSubjects, type Change } from '../../../core/advisory/changes/change.ts';
import { translate } from '../../../core/i18n/text.ts';
import { usePage } from '../../shared/context.ts';

/** The last update's changes, by subject. */
export function AdvisoryChanges({
  changes,
}: {
  readonly changes: readonly Change[];
}): VNode | null {
  const { t, language } = usePage();
  if (changes.length === 0) return null;
  const day = (at = '') => (Number.isNaN(Date.parse(at)) ? at : formatDay(at, language, 'UTC'));
  return (
    <details>
      <summary>{t('feedChanges', new Intl.NumberFormat(language).format(changes.length))}</summary>
      {changeSubjects.map((subject) => {
        const own = changes.filter((change) => change.subject === subject);
        return (
          own.length > 0 && (
            <section key={subject}>
              <h3>{t(`changeSubject_${subject}`)}</h3>
              <ul class="plain-words">
                {own.map(({ kind, what, from, to }) => (
                  <li key={`${kind} ${what.en}`}>
                    {t(`change_${kind}`, translate(what, language), day(from), day(to))}
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </details>
  );
}
