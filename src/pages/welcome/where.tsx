import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { chosenPlace, elsewhere, guessPlace, placesThatConcern } from '../../core/advisory/location.ts';
import type { OptionsView } from '../../core/view/options.ts';
import { failureText } from '../shared/failure-text.ts';
import { describedBy, Field, SavedSign, type FieldState } from '../shared/field.tsx';
import { lockedBy, suggestedBy } from '../shared/locked.ts';
import { useSurroundings } from '../shared/context.ts';

interface Props {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
  readonly timeZone: string;
}

/** One question with a guess for an answer; nothing is kept before a person says so. */
export function Where({ view, show, timeZone }: Props): VNode {
  const { say, connection } = useSurroundings();
  const places = view.jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
  const said = view.settings.jurisdictions;
  const lock = lockedBy(view, 'jurisdictions', say);
  const kept = chosenPlace(places, said)?.id ?? said.find((id) => id === elsewhere);
  const guess = said.length === 0 && lock === undefined ? guessPlace(places, timeZone)?.id : undefined;
  const [chosen, setChosen] = useState(kept ?? guess ?? '');
  const [isGuess, setGuess] = useState(kept === undefined && guess !== undefined);
  const [state, setState] = useState<FieldState>({});
  const save = async () => {
    const place = places.find(({ id }) => id === chosen);
    try {
      await show(await connection.ask('change-setting', { name: 'jurisdictions', value: place ? placesThatConcern(view.jurisdictions, place) : [elsewhere] }));
      setState({ isSaved: true });
      setGuess(false);
    } catch (cause) {
      setState({ error: say('optionsNotSaved', failureText(cause, say)) });
    }
  };
  const choose = (id: string) => {
    setChosen(id);
    setGuess(false);
    setState({});
  };
  const hint = () => {
    if (chosen === elsewhere || (chosen === '' && said.length === 0)) return say('welcomePlaceAll');
    if (chosen === '') return '';
    return chosen === kept ? say('welcomePlaceSaid') : `${isGuess ? `${say('welcomePlaceGuessed')} ` : ''}${say('welcomePlaceToSave')}`;
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field id="place" isSavedBeside label={say('welcomePlace')} hint={hint()} state={state} lockedBy={lock} suggestedBy={suggestedBy(view, 'jurisdictions', say)}>
        <div class="row">
          <select id="place" value={chosen} disabled={lock !== undefined} aria-describedby={describedBy('place')} onChange={(event) => choose(event.currentTarget.value)}>
            {chosen === '' && <option value="">{lock === undefined ? say('welcomePlaceChoose') : said.length === 0 && say('policyEmpty_jurisdictions')}</option>}
            {places.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            <option value={elsewhere}>{say('welcomePlaceOther')}</option>
          </select>
          <button type="submit" class="button" disabled={lock !== undefined || chosen === ''}>{say('welcomePlaceSave')}</button>
          <SavedSign state={state} />
        </div>
      </Field>
      <p class="only-read" role="status">{state.isSaved ? say('optionsSaved') : ''}</p>
    </form>
  );
}
