// One held download or link: what it is, why it is held, and two choices. The safe one is first and
// in color.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { QuestionView } from '../../core/decision/question.ts';
import type { RequestOf } from '../../messages.ts';
import { Address } from '../shared/address.tsx';
import { usePage } from '../shared/context.ts';
import { SourceList } from '../shared/sources/source-list.tsx';
import { Symbol } from '../shared/symbol.tsx';
import { useIsReady } from './ready.ts';

/** A person's answer about a held download or link. */
export type GivenAnswer = RequestOf<'answer-question'>['answer'];

interface Props {
  readonly question: QuestionView;
  /** Why the last answer failed. */
  readonly failure: string;
  readonly answer: (id: string, given: GivenAnswer) => Promise<void>;
}

/** The strings depend on the kind of question. */
function caseOf({
  kind,
  state,
  isStopped,
}: QuestionView): 'download' | 'stopped' | 'link' | 'finished' | 'gone' | 'refused' {
  if (state !== 'held') return state;
  return isStopped ? 'stopped' : kind;
}

const symbols = {
  download: 'pause',
  link: 'pause',
  finished: 'warning',
  stopped: 'lost',
  gone: 'lost',
  refused: 'lost',
} as const;

export function QuestionCard({ question, failure, answer }: Props): VNode {
  const { t, language } = usePage();
  const isReady = useIsReady();
  const [given, setGiven] = useState<GivenAnswer | null>(null);
  const asked = caseOf(question);
  // If we can't download it again, only its own site can.
  const kept =
    question.isUnrepeatable && (asked === 'stopped' || asked === 'gone') ? 'once' : asked;
  const id = `question-${question.id}`;

  const give = async (choice: GivenAnswer) => {
    if (given || (choice === 'keep' && !isReady)) return;
    setGiven(choice);
    await answer(question.id, choice);
    setGiven(null);
  };

  return (
    <article class="panel question" aria-labelledby={id}>
      <p class={`state state-${question.state}`}>
        <Symbol name={symbols[asked]} />
        {t(`questionState_${asked}`)}
      </p>
      <h2 id={id} class="file-name">
        <bdi>{question.name}</bdi>
      </h2>
      <p>
        {t(`questionExplain_${asked}`)}
        {question.mayKeep && kept !== 'refused' && ` ${t(`questionChoice_${kept}`)}`}
      </p>

      <dl class="facts">
        <dt>{t('questionAddress')}</dt>
        <dd class="address" dir="ltr">
          <Address address={question.address} />
        </dd>
        <dt>{t('questionCameFrom')}</dt>
        {question.referrerHost ? (
          <dd class="address" dir="ltr">
            <bdi>{question.referrerHost}</bdi>
          </dd>
        ) : (
          <dd>{t('questionCameFromUnknown')}</dd>
        )}
        {question.danger !== 'none' && (
          <>
            <dt>{t('questionDanger')}</dt>
            <dd class="danger">
              <Symbol name="warning" />
              {t(`questionDanger_${question.danger}`)}
            </dd>
          </>
        )}
        <dt>{t(asked === 'download' ? 'questionHeldSince' : 'questionAskedAt')}</dt>
        <dd>
          <time dateTime={question.askedAt}>
            {new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
              new Date(question.askedAt),
            )}
          </time>
        </dd>
      </dl>

      <div class="why">
        <h3>{question.title}</h3>
        <p>{question.text}</p>
        <p class="reason">
          {question.why}{' '}
          <span class="rule">
            {t('questionRule')} <code>{question.rule}</code>
          </span>
        </p>
        <SourceList sources={question.sources} />
      </div>

      <p class="field-error" role="alert">
        {failure && t(`questionAnswerFailed_${question.kind}`, failure)}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={given !== null}
          aria-describedby={id}
          onClick={() => void give('cancel')}
        >
          {t(given === 'cancel' ? 'questionWorking' : `questionCancel_${asked}`)}
        </button>
        {question.mayKeep && asked !== 'refused' && (
          <span class={isReady ? 'keep' : 'keep waits'}>
            <button
              type="button"
              class="button quiet"
              aria-disabled={given !== null || !isReady}
              aria-describedby={isReady ? id : `${id} ${id}-waits`}
              onClick={() => void give('keep')}
            >
              {t(given === 'keep' ? 'questionWorking' : `questionKeep_${kept}`)}
            </button>
            <span id={`${id}-waits`} class="hint">
              {t('questionKeepWaits')}
            </span>
          </span>
        )}
      </div>
      {!question.mayKeep && (
        <p class="locked">
          <Symbol name="lock" />
          {t('questionMayNotKeep')}
        </p>
      )}
    </article>
  );
}
