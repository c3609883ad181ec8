import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Breakable } from '../../shared/breakable.tsx';
import { failureText } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import type { SectionProps } from '../section.tsx';

export function Snoozes({ view, show }: SectionProps): VNode {
  const { t, language, connection } = usePage();
  const [said, setSaid] = useState('');
  const [error, setError] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const end = async (host: string) => {
    try {
      setError('');
      await show(await connection.request('end-snooze', { host }));
      setSaid(t('optionsSnoozeEnded', host));
      status.current?.focus();
    } catch (cause) {
      setError(t('optionsNotSaved', failureText(cause, t)));
    }
  };
  return (
    <>
      <p class="hint">{t('optionsSnoozesHint')}</p>
      {view.snoozes.length === 0 && <p class="empty">{t('optionsSnoozesNone')}</p>}
      <ul class="rows">
        {view.snoozes.map(({ host, until }) => (
          <li key={host}>
            <span>
              <bdi class="address">
                <Breakable text={host} />
              </bdi>
              <span class="hint">
                <time dateTime={until}>
                  {t('optionsSnoozeUntil', date.format(new Date(until)))}
                </time>
              </span>
            </span>
            <button
              type="button"
              class="button small"
              aria-label={t('optionsSnoozeEndNamed', host)}
              onClick={() => void end(host)}
            >
              {t('optionsSnoozeEnd')}
            </button>
          </li>
        ))}
      </ul>
      <p class="done" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      <p class="field-error" role="alert">
        {error}
      </p>
    </>
  );
}
