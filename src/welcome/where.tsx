import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { chosenPlace, guessPlace, placesThatConcern } from '../core/guess-places.ts';
import type { OptionsView } from '../core/options-view.ts';
import { failureText } from '../ui/failure-text.ts';
import { describedBy, Field, SavedSign, type FieldState } from '../ui/field.tsx';
import { lockedBy, suggestedBy } from '../ui/locked.ts';
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
  const kept = chosenPlace(places, view.settings.jurisdictions);
  const guess = kept ?? guessPlace(places, timeZone);
  const [chosen, setChosen] = useState(guess?.id ?? '');
  const [state, setState] = useState<FieldState>({});
  /** What is chosen was said by somebody, and not guessed. */
  const [isSaid, setSaid] = useState(kept !== undefined);
  const lock = lockedBy(view, 'jurisdictions', say);
  const save = async () => {
    const place = places.find(({ id }) => id === chosen);
    try {
      await show(await connection.ask('change-setting', { name: 'jurisdictions', value: place ? placesThatConcern(view.jurisdictions, place) : [] }));
      setState({ isSaved: true });
      setSaid(true);
    } catch (cause) {
      setState({ error: say('optionsNotSaved', failureText(cause, say)) });
    }
  };
  const choose = (id: string) => {
    setChosen(id);
    setSaid(true);
    setState({});
  };
  const hint = chosen === '' ? 'welcomePlaceAll' : isSaid ? 'welcomePlaceSaid' : 'welcomePlaceGuessed';
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field id="place" isSavedBeside label={say('welcomePlace')} hint={say(hint)} state={state} lockedBy={lock} suggestedBy={suggestedBy(view, 'jurisdictions', say)}>
        <div class="row">
          <select id="place" value={chosen} disabled={lock !== undefined} aria-describedby={describedBy('place')} onChange={(event) => choose(event.currentTarget.value)}>
            {places.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            <option value="">{say('welcomePlaceOther')}</option>
          </select>
          <button type="submit" class="button" disabled={lock !== undefined}>{say('welcomePlaceSave')}</button>
          <SavedSign state={state} />
        </div>
      </Field>
      <p class="only-read" role="status">{state.isSaved ? say('optionsSaved') : ''}</p>
    </form>
  );
}
