import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import {
  chosenJurisdiction,
  otherPlace,
  guessJurisdiction,
  relevantJurisdictions,
} from '../../core/advisory/location.ts';
import type { OptionsView } from '../../core/view/options.ts';
import { failureText } from '../shared/text.ts';
import { describedBy, Field, SavedSign, type FieldState } from '../shared/controls/field.tsx';
import { lockedBy, suggestedBy } from '../shared/controls/locked.ts';
import { usePage } from '../shared/context.ts';

interface Props {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
  readonly timeZone: string;
}

/** One question with a suggested answer; nothing is saved until the person confirms. */
export function Where({ view, show, timeZone }: Props): VNode {
  const { t, connection } = usePage();
  const places = view.jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
  const said = view.settings.jurisdictions;
  const lock = lockedBy(view, 'jurisdictions', t);
  const kept = chosenJurisdiction(places, said)?.id ?? said.find((id) => id === otherPlace);
  const guess =
    said.length === 0 && lock === undefined ? guessJurisdiction(places, timeZone)?.id : undefined;
  const [chosen, setChosen] = useState(kept ?? guess ?? '');
  const [isGuess, setGuess] = useState(kept === undefined && guess !== undefined);
  const [state, setState] = useState<FieldState>({});
  const save = async () => {
    const place = places.find(({ id }) => id === chosen);
    try {
      await show(
        await connection.request('change-setting', {
          name: 'jurisdictions',
          value: place ? relevantJurisdictions(view.jurisdictions, place) : [otherPlace],
        }),
      );
      setState({ isSaved: true });
      setGuess(false);
    } catch (cause) {
      setState({ error: t('optionsNotSaved', failureText(cause, t)) });
    }
  };
  const choose = (id: string) => {
    setChosen(id);
    setGuess(false);
    setState({});
  };
  const hint = () => {
    if (chosen === otherPlace || (chosen === '' && said.length === 0)) return t('welcomePlaceAll');
    if (chosen === '') return '';
    return chosen === kept
      ? t('welcomePlaceSaid')
      : `${isGuess ? `${t('welcomePlaceGuessed')} ` : ''}${t('welcomePlaceToSave')}`;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        id="place"
        isSavedBeside
        label={t('welcomePlace')}
        hint={hint()}
        state={state}
        lockedBy={lock}
        suggestedBy={suggestedBy(view, 'jurisdictions', t)}
      >
        <div class="row">
          <select
            id="place"
            value={chosen}
            disabled={lock !== undefined}
            aria-describedby={describedBy('place')}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {chosen === '' && (
              <option value="">
                {lock === undefined
                  ? t('welcomePlaceChoose')
                  : said.length === 0 && t('policyEmpty_jurisdictions')}
              </option>
            )}
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={otherPlace}>{t('welcomePlaceOther')}</option>
          </select>
          <button type="submit" class="button" disabled={lock !== undefined || chosen === ''}>
            {t('welcomePlaceSave')}
          </button>
          <SavedSign state={state} />
        </div>
      </Field>
      <p class="only-read" role="status">
        {state.isSaved ? t('optionsSaved') : ''}
      </p>
    </form>
  );
}
