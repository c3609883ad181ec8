import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Explained } from '../../../core/detection/classify.ts';
import { translate } from '../../../core/i18n/text.ts';
import type { RequestOf } from '../../../messages.ts';
import { failureText } from '../../shared/text.ts';
import { describedBy, Field } from '../../shared/controls/field.tsx';
import { useNewest } from '../../shared/frame/newest.ts';
import { usePage } from '../../shared/context.ts';
import type { SectionProps } from '../section.tsx';
import { Signs } from './signs.tsx';
import { testedInput } from './tested-input.ts';
import { consequences, labelWords } from './verdict-words.ts';

interface Tested {
  readonly request: RequestOf<'classify'>;
  readonly explained: Explained;
}

export function Tester({ view }: SectionProps): VNode {
  const { t, connection, language } = usePage();
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string>();
  const [tested, setTested] = useState<Tested | null>(null);

  const begin = useNewest();

  const test = async () => {
    const isNewest = begin();
    const request = testedInput(draft);
    if (request.value === '') return setError(t('optionsTesterEmpty'));
    try {
      const explained = await connection.request('classify', request);
      if (!isNewest()) return;
      setTested({ request, explained });
      setError(undefined);
    } catch (cause) {
      if (isNewest()) setError(t('optionsTesterFailed', failureText(cause, t)));
    }
  };

  const verdict = tested?.explained.verdict;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void test();
        }}
      >
        <Field
          id="tested"
          label={t('optionsTester')}
          hint={t('optionsTesterHint')}
          state={error === undefined ? {} : { error }}
        >
          <div class="row">
            <input
              id="tested"
              type="text"
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              maxLength={8000}
              value={draft}
              aria-describedby={describedBy('tested')}
              aria-invalid={error !== undefined}
              onInput={(event) => setDraft(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {t('optionsTest')}
            </button>
          </div>
        </Field>
      </form>
      <div role="status">
        {tested && verdict && (
          <div class="result">
            <p class="result-input address" dir="ltr">
              {tested.request.value}
            </p>
            {tested.request.title !== undefined && <p dir="auto">{tested.request.title}</p>}
            <p>
              <strong>{labelWords(verdict.label, t)}</strong>
            </p>
            <p>{translate(verdict.reason, language)}</p>
            <ul class="plain-words">
              {consequences(verdict.label, tested.request.type, view, t).map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            {tested.explained.weighed && <Signs weighed={tested.explained.weighed} />}
            <p class="rule">
              {t(`optionsTestedAs_${tested.request.type}`)} · {t('questionRule')}{' '}
              <code>{verdict.rule}</code>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
