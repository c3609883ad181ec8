import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isFeedAddress } from '../../core/update/feed-address.ts';
import { failureText } from '../shared/failure-text.ts';
import { describedBy, Field, type FieldState } from '../shared/field.tsx';
import { orderedBy } from '../shared/locked.ts';
import { useSurroundings } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { CheckNow } from './check-now.tsx';
import { FeedFacts } from './feed-facts.tsx';
import type { SectionProps } from './section-props.ts';

/** 32 bytes in base64url: a key is as short as a fingerprint of it would be, so the key itself is pasted. */
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/** An organisation's feed: the administrator's, or one that the person adds by pasting its key. */
export function OwnFeed({ view, show }: SectionProps): VNode {
  const { say, language, connection } = useSurroundings();
  const { feed: buildsFeed, organisation, areAllowed } = view.updates;
  const [[address, key], setDraft] = useState(['', '']);
  const [states, setStates] = useState<readonly [FieldState, FieldState]>([{}, {}]);
  const [failed, setFailed] = useState('');
  const set = async (feed: { address: string; key: string } | null) => {
    setFailed('');
    try {
      await show(await connection.ask('set-own-feed', { feed }));
      setDraft(['', '']);
    } catch (cause) {
      setFailed(say('optionsNotSaved', failureText(cause, say)));
    }
  };
  const add = async () => {
    const own = { address: address?.trim() ?? '', key: key?.trim() ?? '' };
    const faults = [isFeedAddress(own.address) ? {} : { error: say('ownFeedAddressWrong') }, keyPattern.test(own.key) ? {} : { error: say('ownFeedKeyWrong') }] as const;
    setStates(faults);
    if (faults.every((fault) => !('error' in fault))) await set(own);
  };
  const input = (id: string, place: 0 | 1) => (
    <input id={id} type="text" dir="ltr" autocomplete="off" spellcheck={false} value={place === 0 ? address : key} aria-describedby={describedBy(id)} aria-invalid={states[place].error !== undefined}
      onInput={({ currentTarget: { value } }) => setDraft(place === 0 ? [value, key ?? ''] : [address ?? '', value])} />
  );
  return (
    <>
      <h3 class="apart">{say('ownFeed')}</h3>
      <p>{say('ownFeedText')}</p>
      {organisation && (
        <>
          {organisation.document && (
            <p>{say('ownFeedDocument', organisation.document.id, new Intl.NumberFormat(language, { useGrouping: false }).format(organisation.document.version))} {organisation.document.isExpired && say('optionsAdvisoryExpired')}</p>
          )}
          <FeedFacts feed={organisation} />
          {organisation.origin === 'policy' && <p class="locked"><Symbol name="lock" />{orderedBy(view.policy?.organisationName ?? '', say)}</p>}
          {/* Where the build has a feed too, the one button there checks both. */}
          {!buildsFeed && areAllowed && <CheckNow view={view} show={show} />}
          {organisation.origin === 'person' && <button type="button" class="button" onClick={() => void set(null)}>{say('ownFeedRemove')}</button>}
        </>
      )}
      {!organisation && !areAllowed && <p class="locked"><Symbol name="lock" />{say('ownFeedOff')}</p>}
      {!organisation && areAllowed && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
          <Field id="own-feed-address" label={say('ownFeedAddress')} hint={say('ownFeedAddressHint')} state={states[0]}>{input('own-feed-address', 0)}</Field>
          <Field id="own-feed-key" label={say('ownFeedKey')} hint={say('ownFeedKeyHint')} state={states[1]}>{input('own-feed-key', 1)}</Field>
          <button type="submit" class="button">{say('ownFeedAdd')}</button>
        </form>
      )}
      <p class="field-error" role="alert">{failed}</p>
    </>
  );
}
