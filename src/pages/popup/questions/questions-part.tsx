// Questions and answers, found by any of their words.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { sayCount } from '../../shared/plural.ts';
import { useSurroundings } from '../../shared/context.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { holdsWords } from '../search/matches-words.ts';
import { Statement } from '../statement.tsx';

export function QuestionsPart(): VNode {
  const { say, language } = useSurroundings();
  const { view: { questions }, open } = usePopup();
  const [wanted, setWanted] = useState('');
  useArrival(() => setWanted(''));
  const found = questions.filter(({ question, answer }) => holdsWords(`${question} ${answer}`, wanted, language));
  return (
    <>
      <h2 class="only-read">{say('popupPart_questions')}</h2>
      <div class="field">
        <label for="find-question">{say('popupFind')}</label>
        <input id="find-question" type="search" autocomplete="off" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </div>
      <p class={wanted.trim() ? 'hint' : 'only-read'} role="status">{found.length === 0 ? say('popupFoundNone') : sayCount(say, language, 'popupFound', found.length)}</p>
      {found.length === 0 && <button type="button" class="link-button" onClick={() => open('search', wanted)}>{say('popupSearchLabel')}</button>}
      {found.map(({ id, question, answer, sources, confirmed }) => (
        <details key={id} class="fold question" id={`question-${id}`}>
          <summary><h3>{question}</h3></summary>
          <Statement statement={{ text: answer, sources, confirmed }} />
        </details>
      ))}
    </>
  );
}
