import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { failureText } from '../ui/failure-text.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { FeedFacts } from './feed-facts.tsx';
import type { SectionProps } from './section-props.ts';

/** The feed of this build, or in plain words that there is none; and "check now" where anything can be checked. */
export function FeedCheck({ view: { updates }, show }: SectionProps): VNode {
  const { say, connection } = useSurroundings();
  const [progress, setProgress] = useState<'idle' | 'checking' | 'done'>('idle');
  const [error, setError] = useState('');
  const check = async () => {
    setProgress('checking');
    setError('');
    try {
      await show(await connection.ask('check-feeds', {}));
      setProgress('done');
    } catch (cause) {
      setError(say('feedCheckFailed', failureText(cause)));
      setProgress('idle');
    }
  };
  const { feed, organisation, areAllowed } = updates;
  const isFine = [feed, organisation].every((one) => one === null || one.refusal === null);
  return (
    <>
      {feed ? <FeedFacts feed={feed} /> : <p>{say('feedNone')}</p>}
      {!areAllowed && <p>{say('feedOff')}</p>}
      {(feed ?? organisation) && areAllowed && (
        <>
          <button type="button" class="button" aria-disabled={progress === 'checking'} onClick={() => progress !== 'checking' && void check()}>{say('feedCheckNow')}</button>
          {progress === 'checking' && <progress class="checking" aria-label={say('feedChecking')} />}
          <p class="hint" role="status">{progress === 'checking' ? say('feedChecking') : progress === 'done' ? say(isFine ? 'feedCheckedFine' : 'feedCheckedRefused') : ''}</p>
        </>
      )}
      <p class="field-error" role="alert">{error}</p>
    </>
  );
}
