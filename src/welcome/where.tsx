import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { guessPlace, placesThatConcern } from '../core/guess-places.ts';
import type { OptionsView } from '../core/options-view.ts';
import { failureText } from '../ui/failure-text.ts';
import { describedBy, Field, type FieldState } from '../ui/field.tsx';
import { useSurroundings } from '../ui/page-connection.ts';

interface Props {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
  readonly timeZone: string;
}

/** One question with a guess for an answer; nothing is kept before a person says so. */
export function Where({ view, show, timeZone }: Props): VNode {
  const { say, connection } = useSurroundings();
  const places = view.jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
  const guess = guessPlace(places, timeZone);
  const [chosen, setChosen] = useState(guess?.id ?? '');
  const [state, setState] = useState<FieldState>({});
  const save = async () => {
    const place = places.find(({ id }) => id === chosen);
    try {
      await show(await connection.ask('change-setting', { name: 'jurisdictions', value: place ? placesThatConcern(view.jurisdictions, place) : [] }));
      setState({ isSaved: true });
    } catch (cause) {
      setState({ error: say('optionsNotSaved', failureText(cause)) });
    }
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field id="place" label={say('welcomePlace')} hint={say(guess ? 'welcomePlaceGuessed' : 'welcomePlaceUnknown')} state={state}>
        <div class="row">
          <select id="place" value={chosen} aria-describedby={describedBy('place')} onChange={(event) => { setChosen(event.currentTarget.value); setState({}); }}>
            {places.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            <option value="">{say('welcomePlaceOther')}</option>
          </select>
          <button type="submit" class="button">{say('welcomePlaceSave')}</button>
        </div>
      </Field>
      <p class="only-read" role="status">{state.isSaved ? say('optionsSaved') : ''}</p>
    </form>
  );
}
