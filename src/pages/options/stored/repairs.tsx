import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Breakable } from '../../shared/breakable.tsx';
import { failureText } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { Symbol } from '../../shared/symbol.tsx';
import { repairWords } from './repair-words.ts';
import type { SectionProps } from '../section.tsx';

export function Repairs({ view, show }: SectionProps): VNode {
  const { t, language, connection } = usePage();
  const [error, setError] = useState('');
  const dismiss = async () => {
    try {
      await show(await connection.request('dismiss-repairs', {}));
      document.querySelector('h1')?.focus();
    } catch (cause) {
      setError(t('optionsNotSaved', failureText(cause, t)));
    }
  };
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="panel repairs" aria-labelledby="repairs-title">
      <h2 id="repairs-title">
        <Symbol name="warning" />
        {t('optionsRepairs')}
      </h2>
      <p>{t('optionsRepairsText')}</p>
      <ul class="plain-words">
        {view.repairs.map((repair, place) => {
          const { name, sentences } = repairWords(repair, t);
          return (
            <li key={`${repair.at} ${String(place)}`}>
              <strong>{name}</strong>
              <span>{sentences}</span>
              <span class="hint">
                <code dir="ltr">
                  <Breakable text={repair.item} />
                </code>{' '}
                <time dateTime={repair.at}>{when.format(new Date(repair.at))}</time>
              </span>
            </li>
          );
        })}
      </ul>
      <button type="button" class="button" onClick={() => void dismiss()}>
        {t('optionsRepairsDismiss')}
      </button>
      <p class="field-error" role="alert">
        {error}
      </p>
    </section>
  );
}
