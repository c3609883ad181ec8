import type { VNode } from 'preact';
import { elsewhere } from '../../core/advisory/location.ts';
import { Field } from '../shared/field.tsx';
import { useSurroundings } from '../shared/context.ts';
import type { SectionProps } from './section-props.ts';
import { lockedBy, suggestedBy } from '../shared/locked.ts';
import { SavedStatus } from './saved-status.tsx';
import { useSaving } from './saving.ts';

export function Places({ view, show }: SectionProps): VNode {
  const { say } = useSurroundings();
  const { state, save } = useSaving('jurisdictions', show);
  const chosen = view.settings.jurisdictions;
  const lock = lockedBy(view, 'jurisdictions', say);
  const isAll = !view.jurisdictions.some(({ id }) => chosen.includes(id));
  const suggestion = suggestedBy(view, 'jurisdictions', say);
  return (
    <Field id="places-list" isGroup label={say('optionsPlaces')} hint={say('optionsPlacesHint')} state={state} lockedBy={lock} suggestedBy={suggestion}>
      <div class="choices">
        {view.jurisdictions.map(({ id, name }) => (
          <label key={id} class="choice">
            <input
              type="checkbox" checked={chosen.includes(id)} disabled={lock !== undefined}
              onChange={(event) => void save([...chosen.filter((one) => one !== id && one !== elsewhere), ...(event.currentTarget.checked ? [id] : [])])}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
        <label class="choice">
          <input
            type="checkbox" checked={chosen.includes(elsewhere)} disabled={lock !== undefined}
            onChange={(event) => void save(event.currentTarget.checked ? [elsewhere] : chosen.filter((one) => one !== elsewhere))}
          />
          <span>{say('welcomePlaceOther')}</span>
        </label>
      </div>
      {isAll && <p class="empty">{say(chosen.length === 0 && lock === undefined && suggestion === undefined ? 'optionsPlacesAll' : 'optionsPlacesAllOrdered')}</p>}
      <SavedStatus state={state} />
    </Field>
  );
}
