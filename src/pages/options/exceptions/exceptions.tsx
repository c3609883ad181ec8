import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Breakable } from '../../shared/breakable.tsx';
import { describedBy, Field, SavedSign } from '../../shared/controls/field.tsx';
import { usePage } from '../../shared/context.ts';
import { exceptionHost } from './exception-host.ts';
import { lockedBy, suggestedBy } from '../../shared/controls/locked.ts';
import { SavedStatus, type SectionProps, useListSaving } from '../section.tsx';

export function Exceptions({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  const { state, change, refuse } = useListSaving('exceptions', show);
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { exceptions } = view.settings;
  const lock = lockedBy(view, 'exceptions', t);

  const add = async () => {
    const parsed = exceptionHost(draft);
    if ('fault' in parsed) refuse(t(`optionsException_${parsed.fault.replaceAll('-', '_')}`));
    else if (exceptions.includes(parsed.host)) refuse(t('optionsException_known', parsed.host));
    else if (await change({ add: [parsed.host] })) setDraft('');
    input.current?.focus();
  };
  const remove = async (host: string) => {
    await change({ remove: [host] });
    input.current?.focus();
  };

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          id="exception"
          isSavedBeside
          label={t('optionsExceptionAdd')}
          hint={t('optionsExceptionHint')}
          state={state}
          lockedBy={lock}
          suggestedBy={suggestedBy(view, 'exceptions', t)}
        >
          <div class="row">
            <input
              id="exception"
              ref={input}
              disabled={lock !== undefined}
              type="text"
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              value={draft}
              aria-describedby={describedBy('exception')}
              aria-invalid={state.error !== undefined}
              onInput={(event) => setDraft(event.currentTarget.value)}
            />
            <button type="submit" class="button" disabled={lock !== undefined}>
              {t('optionsAdd')}
            </button>
          </div>
        </Field>
      </form>
      {exceptions.length === 0 ? (
        <p class="empty">{t('optionsExceptionsNone')}</p>
      ) : (
        <ul class="rows">
          {exceptions.map((host) => (
            <li key={host}>
              <bdi class="address">
                <Breakable text={host} />
              </bdi>
              <button
                type="button"
                class="button small"
                disabled={lock !== undefined}
                aria-label={t('optionsRemoveNamed', host)}
                onClick={() => void remove(host)}
              >
                {t('optionsRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* Below what changed, and above no control a person might click next. */}
      {state.isSaved && (
        <p>
          <SavedSign state={state} />
        </p>
      )}
      <SavedStatus state={state} />
    </>
  );
}
