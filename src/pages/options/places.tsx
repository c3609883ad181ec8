import type { VNode } from 'preact';
import { otherPlace } from '../../core/advisory/location.ts';
import { Field } from '../shared/controls/field.tsx';
import { usePage } from '../shared/context.ts';
import { SavedStatus, type SectionProps, useListSaving } from './section.tsx';
import { lockedBy, suggestedBy } from '../shared/controls/locked.ts';

export function Places({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  const { state, change } = useListSaving('jurisdictions', show);
  const chosen = view.settings.jurisdictions;
  const lock = lockedBy(view, 'jurisdictions', t);
  const isAll = !view.jurisdictions.some(({ id }) => chosen.includes(id));
  const suggestion = suggestedBy(view, 'jurisdictions', t);
  return (
    <Field
      id="places-list"
      isGroup
      label={t('optionsPlaces')}
      hint={t('optionsPlacesHint')}
      state={state}
      lockedBy={lock}
      suggestedBy={suggestion}
    >
      <div class="choices">
        {view.jurisdictions.map(({ id, name }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={lock !== undefined}
              onChange={(event) =>
                void change({
                  remove: [id, otherPlace],
                  add: event.currentTarget.checked ? [id] : [],
                })
              }
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
        <label class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(otherPlace)}
            disabled={lock !== undefined}
            onChange={(event) =>
              void change(
                event.currentTarget.checked
                  ? { remove: chosen, add: [otherPlace] }
                  : { remove: [otherPlace] },
              )
            }
          />
          <span>{t('welcomePlaceOther')}</span>
        </label>
      </div>
      {isAll && (
        <p class="empty">
          {t(
            chosen.length === 0 && lock === undefined && suggestion === undefined
              ? 'optionsPlacesAll'
              : 'optionsPlacesAllOrdered',
          )}
        </p>
      )}
      <SavedStatus state={state} />
    </Field>
  );
}
