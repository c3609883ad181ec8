import type { VNode } from 'preact';
import { Field } from '../ui/field.tsx';
import { useSurroundings } from '../ui/page-connection.ts';
import type { SectionProps } from './section-props.ts';
import { lockedBy, suggestedBy } from '../ui/locked.ts';
import { SavedStatus } from './saved-status.tsx';
import { useSaving } from './saving.ts';

export function Places({ view, show }: SectionProps): VNode {
  const { say } = useSurroundings();
  const { state, save } = useSaving('jurisdictions', show);
  const chosen = view.settings.jurisdictions;
  const lock = lockedBy(view, 'jurisdictions', say);
  const suggestion = suggestedBy(view, 'jurisdictions', say);
  return (
    <Field id="places-list" isGroup label={say('optionsPlaces')} hint={say('optionsPlacesHint')} state={state} lockedBy={lock} suggestedBy={suggestion}>
      <div class="choices">
        {view.jurisdictions.map(({ id, name }) => (
          <label key={id} class="choice">
            <input
              type="checkbox" checked={chosen.includes(id)} disabled={lock !== undefined}
              onChange={(event) => void save(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </div>
      {chosen.length === 0 && <p class="empty">{say(lock === undefined && suggestion === undefined ? 'optionsPlacesAll' : 'optionsPlacesAllOrdered')}</p>}
      <SavedStatus state={state} />
    </Field>
  );
}
