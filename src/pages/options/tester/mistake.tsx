// Prepares a text for the person to send; nothing is sent from here.
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { failureText } from '../../shared/text.ts';
import { describedBy, Field } from '../../shared/controls/field.tsx';
import { usePage } from '../../shared/context.ts';
import type { SectionProps } from '../section.tsx';
import { testedInput, withoutPersonalParts } from './tested-input.ts';

export function Mistake({ view }: SectionProps): VNode {
  const { t, connection } = usePage();
  const [draft, setDraft] = useState('');
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [error, setError] = useState<string>();
  const written = useRef<HTMLTextAreaElement>(null);

  const prepare = async () => {
    setSaid('');
    const shown = withoutPersonalParts(draft);
    if (shown === '') return setError(t('optionsTesterEmpty'));
    try {
      const { verdict } = await connection.request('classify', testedInput(draft));
      const { label, rule } = verdict;
      // Always in English, for the advisory's editors.
      const prepared = [
        `Address or file: ${shown}`,
        `Label: ${label}`,
        `Rule: ${rule}`,
        `Advisory version: ${view.advisory.version}`,
      ].join('\n');
      setText(prepared);
      setError(undefined);
      await connection.copy(prepared).then(
        () => setSaid(t('optionsMistakeCopied')),
        () => {
          setSaid(t('optionsMistakeCopyYourself'));
          written.current?.select();
        },
      );
    } catch (cause) {
      setError(t('optionsTesterFailed', failureText(cause, t)));
    }
  };

  return (
    <>
      <p>{t('optionsMistakeText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void prepare();
        }}
      >
        <Field
          id="mistake-input"
          label={t('optionsMistakeInput')}
          hint={t('optionsMistakeHint')}
          state={error === undefined ? {} : { error }}
        >
          <div class="row">
            <input
              id="mistake-input"
              type="text"
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              maxLength={8000}
              value={draft}
              aria-describedby={describedBy('mistake-input')}
              aria-invalid={error !== undefined}
              onInput={(event) => setDraft(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {t('optionsMistakeCopy')}
            </button>
          </div>
        </Field>
      </form>
      <p class="done" role="status">
        {said}
      </p>
      {text && (
        <textarea
          ref={written}
          class="report"
          readOnly
          rows={4}
          dir="ltr"
          aria-label={t('optionsMistakePrepared')}
          value={text}
        />
      )}
    </>
  );
}
