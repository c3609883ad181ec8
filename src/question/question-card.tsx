// One held download or link: what it is, why it is held, and the two ways on. The safe one is first and in colour.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { QuestionView } from '../core/decision/question.ts';
import { failureText } from '../ui/failure-text.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { SourceList } from '../ui/source-list.tsx';
import { Symbol } from '../ui/symbol.tsx';
import type { GivenAnswer } from './given-answer.ts';
import { useIsReady } from './ready.ts';

interface Props {
  readonly question: QuestionView;
  readonly answer: (id: string, given: GivenAnswer) => Promise<void>;
}

/** Strings differ by what is asked: `download`, `link`, `finished`, `gone`. */
function caseOf({ kind, state }: QuestionView): 'download' | 'link' | 'finished' | 'gone' {
  if (state !== 'held') return state;
  return kind;
}

function nameOf({ fileName, address }: QuestionView): string {
  return fileName || address.host || address.after;
}

export function QuestionCard({ question, answer }: Props): VNode {
  const { say, language } = useSurroundings();
  const isReady = useIsReady();
  const [given, setGiven] = useState<GivenAnswer | null>(null);
  const [failure, setFailure] = useState('');
  const asked = caseOf(question);
  const id = `question-${question.id}`;

  const give = async (choice: GivenAnswer) => {
    if (given || (choice === 'keep' && !isReady)) return;
    setGiven(choice);
    setFailure('');
    try {
      await answer(question.id, choice);
    } catch (cause) {
      setFailure(say('questionAnswerFailed', failureText(cause, say)));
      setGiven(null);
    }
  };

  return (
    <article class="panel question" aria-labelledby={id}>
      <p class={`state state-${question.state}`}>
        <Symbol name={question.state === 'held' ? 'pause' : question.state === 'finished' ? 'warning' : 'lost'} />
        {say(`questionState_${asked}`)}
      </p>
      <h2 id={id} class="file-name"><bdi>{nameOf(question)}</bdi></h2>
      <p>{say(`questionExplain_${asked}`)}</p>

      <dl class="facts">
        <dt>{say('questionAddress')}</dt>
        <dd class="address" dir="ltr"><bdi>{question.address.before}<strong>{question.address.host}</strong>{question.address.after}</bdi></dd>
        <dt>{say('questionCameFrom')}</dt>
        <dd>{question.referrerHost ? <bdi class="address">{question.referrerHost}</bdi> : say('questionCameFromUnknown')}</dd>
        {question.danger !== 'none' && (
          <>
            <dt>{say('questionDanger')}</dt>
            <dd class="danger"><Symbol name="warning" /> {say(`questionDanger_${question.danger}`)}</dd>
          </>
        )}
        <dt>{say('questionHeldSince')}</dt>
        <dd><time dateTime={question.askedAt}>{new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(question.askedAt))}</time></dd>
      </dl>

      <div class="why">
        <h3>{question.title}</h3>
        <p>{question.text}</p>
        <p class="reason">{question.why} <span class="rule">{say('questionRule')} <code>{question.rule}</code></span></p>
        <SourceList sources={question.sources} />
      </div>

      <p class="field-error" role="alert">{failure}</p>
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={given !== null} aria-describedby={id} onClick={() => void give('cancel')}>
          {say(given === 'cancel' ? 'questionWorking' : `questionCancel_${asked}`)}
        </button>
        {question.mayKeep && (
          <span class={isReady ? 'keep' : 'keep waits'}>
            <button type="button" class="button quiet" aria-disabled={given !== null || !isReady} aria-describedby={isReady ? id : `${id} ${id}-waits`} onClick={() => void give('keep')}>
              {say(given === 'keep' ? 'questionWorking' : `questionKeep_${asked}`)}
            </button>
            <span id={`${id}-waits`} class="hint">{say('questionKeepWaits')}</span>
          </span>
        )}
      </div>
      {!question.mayKeep && <p class="locked"><Symbol name="lock" />{say('questionMayNotKeep')}</p>}
    </article>
  );
}
