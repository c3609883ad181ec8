// The switch for watching every site. The browser asks for the permission, and people can revoke it
// here, unless policy decides.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Symbol } from '../symbol.tsx';

type State = 'unknown' | 'on' | 'off' | 'required';
/** A policy's value: `on` and `off` are enforced, `suggested` is left to the person. */
type Order = 'on' | 'off' | 'suggested' | null;

interface Props {
  readonly id?: string;
  readonly order?: Order;
  readonly organization?: string;
}

function useLeave(): [state: State, setState: (state: State) => void] {
  const { everySite } = usePage().connection;
  const [state, setState] = useState<State>('unknown');
  useEffect(() => {
    const look = () => void everySite.state().then(setState);
    look();
    return everySite.onChange(look);
  }, [everySite]);
  return [state, setState];
}

/** Whether policy or the build watches every site without the person's doing. */
export function useIsEverySiteSet(order: Order): boolean {
  const [state] = useLeave();
  return order !== 'off' && (state === 'required' || (state === 'on' && order === 'on'));
}

export function EverySite({ id = 'every-site', order = null, organization = '' }: Props): VNode {
  const { t, connection } = usePage();
  const { everySite } = connection;
  const [state, setState] = useLeave();
  const [asked, setAsked] = useState<'no' | 'asking' | 'refused'>('no');

  // Within the click, because browsers ask only then.
  const change = async (isWanted: boolean) => {
    if (asked === 'asking') return;
    const answer = isWanted ? everySite.request() : everySite.remove();
    setAsked(isWanted ? 'asking' : 'no');
    // Browsers may also refuse to ask.
    const isDone = await answer.catch(() => false);
    setAsked(isWanted && !isDone ? 'refused' : 'no');
    setState(await everySite.state());
  };

  const isAllowed = state === 'on' || state === 'required';
  const isOn = isAllowed && order !== 'off';
  // If policy turns it on, only a person's click can make the browser grant it.
  const isLocked = order === 'off' || (order === 'on' && isAllowed);
  const isSuggested =
    !isAllowed && state !== 'unknown' && (order === 'on' || order === 'suggested');
  return (
    <div class="every-site">
      <label for={id}>
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={isOn}
          disabled={state === 'required' || state === 'unknown' || isLocked}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            // Keep showing the actual state while the browser asks.
            currentTarget.checked = isOn;
            void change(!isOn);
          }}
        />
        <span>
          <strong>{t('everySite')}</strong>
          <span class="hint" id={`${id}-hint`}>
            {t(state === 'required' && !isLocked ? 'everySiteRequired' : 'everySiteHint')}
            {!isAllowed && !isLocked && ` ${t('everySiteAsksFirst')}`}
          </span>
          {isSuggested && (
            <span class="wish">
              {organization ? t('everySiteWishedBy', organization) : t('everySiteWished')}
            </span>
          )}
          {isLocked && (
            <span class="locked">
              <Symbol name="lock" />
              {organization ? t('optionsLockedBy', organization) : t('optionsLocked')}
            </span>
          )}
        </span>
      </label>
      <p class="hint" role="status">
        {asked === 'asking' ? t('everySiteAsking') : ''}
      </p>
      <p class="field-error" role="alert">
        {asked === 'refused' ? t('everySiteRefused') : ''}
      </p>
    </div>
  );
}
