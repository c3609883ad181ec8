// Questions and answers, found by any of their words.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { tCount } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { matchesWords } from '../search/normalize.ts';
import { Statement } from '../sources/statement.tsx';
import { usePrintedWhole } from '../summary/printed-whole.ts';

export function QuestionsPart(): VNode {
  const { t, language } = usePage();
  const {
    view: { questions },
    open,
  } = usePopup();
  const [wanted, setWanted] = useState('');
  useArrival(() => setWanted(''));
  usePrintedWhole('details.question');
  const found = questions.filter(({ question, answer }) =>
    matchesWords(`${question} ${answer}`, wanted, language),
  );
  return (
    <>
      <h2 class="only-read">{t('popupPart_questions')}</h2>
      <div class="field">
        <label for="find-question">{t('popupFind')}</label>
        <input
          id="find-question"
          type="search"
          autocomplete="off"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      <p class={wanted.trim() ? 'hint' : 'only-read'} role="status">
        {found.length === 0 ? t('popupFoundNone') : tCount(t, language, 'popupFound', found.length)}
      </p>
      {found.length === 0 && (
        <button type="button" class="link-button" onClick={() => open('search', wanted)}>
          {t('popupSearchLabel')}
        </button>
      )}
      {found.map(({ id, question, answer, sources, confirmed }) => (
        <details key={id} class="fold question" id={`question-${id}`}>
          <summary>
            <h3>{question}</h3>
          </summary>
          <Statement statement={{ text: answer, sources, confirmed }} />
        </details>
      ))}
    </>
  );
}
