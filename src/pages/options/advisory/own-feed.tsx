import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isFeedAddress } from '../../../core/update/feed-address.ts';
import { failureText } from '../../shared/text.ts';
import { describedBy, Field, type FieldState } from '../../shared/controls/field.tsx';
import { orderedBy } from '../../shared/controls/locked.ts';
import { usePage } from '../../shared/context.ts';
import { Symbol } from '../../shared/symbol.tsx';
import { CheckNow } from './check-now.tsx';
import { FeedFacts } from './feed-facts.tsx';
import type { SectionProps } from '../section.tsx';

/** 32 bytes in base64url. A fingerprint would be just as long, so people paste the key itself. */
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/** An organization's feed: the administrator's, or one the person adds by pasting its key. */
export function OwnFeed({ view, show }: SectionProps): VNode {
  const { t, language, connection } = usePage();
  const { feed: buildsFeed, organization, areAllowed } = view.updates;
  const [[address, key], setDraft] = useState(['', '']);
  const [states, setStates] = useState<readonly [FieldState, FieldState]>([{}, {}]);
  const [failed, setFailed] = useState('');
  const set = async (feed: { address: string; key: string } | null) => {
    setFailed('');
    try {
      await show(await connection.request('set-own-feed', { feed }));
      setDraft(['', '']);
    } catch (cause) {
      setFailed(t('optionsNotSaved', failureText(cause, t)));
    }
  };
  const add = async () => {
    const own = { address: address?.trim() ?? '', key: key?.trim() ?? '' };
    const faults = [
      isFeedAddress(own.address) ? {} : { error: t('ownFeedAddressWrong') },
      keyPattern.test(own.key) ? {} : { error: t('ownFeedKeyWrong') },
    ] as const;
    setStates(faults);
    if (faults.every((fault) => !('error' in fault))) await set(own);
  };
  const input = (id: string, place: 0 | 1) => (
    <input
      id={id}
      type="text"
      dir="ltr"
      autocomplete="off"
      spellcheck={false}
      value={place === 0 ? address : key}
      aria-describedby={describedBy(id)}
      aria-invalid={states[place].error !== undefined}
      onInput={({ currentTarget: { value } }) =>
        setDraft(place === 0 ? [value, key ?? ''] : [address ?? '', value])
      }
    />
  );
  return (
    <>
      <h3 class="apart">{t('ownFeed')}</h3>
      <p>{t('ownFeedText')}</p>
      {organization && (
        <>
          {organization.document && (
            <p>
              {t(
                'ownFeedDocument',
                organization.document.id,
                new Intl.NumberFormat(language, { useGrouping: false }).format(
                  organization.document.version,
                ),
              )}{' '}
              {organization.document.isExpired && t('optionsAdvisoryExpired')}
            </p>
          )}
          <FeedFacts feed={organization} />
          {organization.origin === 'policy' && (
            <p class="locked">
              <Symbol name="lock" />
              {orderedBy(view.policy?.organizationName ?? '', t)}
            </p>
          )}
          {/* If the build has a feed too, the button there checks both. */}
          {!buildsFeed && areAllowed && <CheckNow view={view} show={show} />}
          {organization.origin === 'person' && (
            <button type="button" class="button" onClick={() => void set(null)}>
              {t('ownFeedRemove')}
            </button>
          )}
        </>
      )}
      {!organization && !areAllowed && (
        <p class="locked">
          <Symbol name="lock" />
          {t('ownFeedOff')}
        </p>
      )}
      {!organization && areAllowed && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field
            id="own-feed-address"
            label={t('ownFeedAddress')}
            hint={t('ownFeedAddressHint')}
            state={states[0]}
          >
            {input('own-feed-address', 0)}
          </Field>
          <Field
            id="own-feed-key"
            label={t('ownFeedKey')}
            hint={t('ownFeedKeyHint')}
            state={states[1]}
          >
            {input('own-feed-key', 1)}
          </Field>
          <button type="submit" class="button">
            {t('ownFeedAdd')}
          </button>
        </form>
      )}
      <p class="field-error" role="alert">
        {failed}
      </p>
    </>
  );
}
