import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import type { SectionProps } from '../section.tsx';

/** Asks for confirmation first, because a reset can't be undone. */
export function Reset({ view, show }: SectionProps): VNode {
  const { t, connection } = usePage();
  const [state, setState] = useState<'idle' | 'asking' | 'done'>('idle');
  const [error, setError] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);

  // Focus the question, never a button: a double click must not confirm.
  useEffect(() => {
    if (state === 'asking') question.current?.focus();
  }, [state]);

  const close = (next: 'idle' | 'done') => {
    setState(next);
    requestAnimationFrame(() => opener.current?.focus());
  };
  /** Skips access that policy enforces or the build includes. */
  const endEverySite = async () => {
    if (view.policy?.everySite !== 'on' && (await connection.everySite.state()) === 'on')
      await connection.everySite.remove();
  };
  const reset = async () => {
    setError('');
    try {
      const [next] = await Promise.all([connection.request('reset-settings', {}), endEverySite()]);
      await show(next);
      close('done');
    } catch (cause) {
      setError(t('optionsNotSaved', failureText(cause, t)));
    }
  };

  return (
    <div class="reset">
      <h3>{t('optionsReset')}</h3>
      <p class="hint" id="reset-hint">
        {t('optionsResetHint')}
      </p>
      {state === 'asking' ? (
        <div role="group" aria-labelledby="reset-question">
          <p id="reset-question" tabIndex={-1} ref={question}>
            <strong>{t('optionsResetQuestion')}</strong>
          </p>
          <div class="row">
            <button type="button" class="button primary" onClick={() => close('idle')}>
              {t('optionsResetKeep')}
            </button>
            <button type="button" class="button" onClick={() => void reset()}>
              {t('optionsResetNow')}
            </button>
          </div>
        </div>
      ) : (
        <button
          type="button"
          class="button"
          ref={opener}
          aria-describedby="reset-hint"
          onClick={() => setState('asking')}
        >
          {t('optionsResetOpen')}
        </button>
      )}
      <p class="done" role="status">
        {state === 'done' ? t('optionsResetDone') : ''}
      </p>
      <p class="field-error" role="alert">
        {error}
      </p>
    </div>
  );
}
