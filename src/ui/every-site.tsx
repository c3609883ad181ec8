// The switch for watching every site: leave is the browser's to ask for, and can be taken back here at any time.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSurroundings } from './page-connection.ts';

type State = 'unknown' | 'on' | 'off' | 'required';

export function EverySite({ id = 'every-site' }: { readonly id?: string }): VNode {
  const { say, connection } = useSurroundings();
  const { everySite } = connection;
  const [state, setState] = useState<State>('unknown');
  const [wasRefused, setRefused] = useState(false);

  useEffect(() => {
    const look = () => void everySite.state().then(setState);
    look();
    return everySite.onChange(look);
  }, [everySite]);

  // Within the click itself: browsers ask a person only then.
  const change = (isWanted: boolean) => {
    const asked = isWanted ? everySite.request() : everySite.remove();
    void asked.then(async (isDone) => {
      setRefused(isWanted && !isDone);
      setState(await everySite.state());
    });
  };

  return (
    <div class="every-site">
      <label for={id}>
        <input
          id={id} type="checkbox" role="switch" checked={state === 'on' || state === 'required'} disabled={state === 'required' || state === 'unknown'}
          aria-describedby={`${id}-hint`} onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>
          <strong>{say('everySite')}</strong>
          <span class="hint" id={`${id}-hint`}>{say(state === 'required' ? 'everySiteRequired' : 'everySiteHint')}</span>
        </span>
      </label>
      <p class="field-error" role="alert">{wasRefused ? say('everySiteRefused') : ''}</p>
    </div>
  );
}
