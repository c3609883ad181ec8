import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionsView } from '../../core/decision/question.ts';
import { failureText } from '../shared/failure-text.ts';
import { LivePage } from '../shared/live-page.tsx';
import { OrganisationSays } from '../shared/organization-message.tsx';
import { useSurroundings, type PageConnection } from '../shared/context.ts';
import { Decided } from './decided.tsx';
import type { GivenAnswer } from './given-answer.ts';
import { pageTitle } from './page-title.ts';
import { QuestionCard } from './question-card.tsx';

export function QuestionPage({ connection }: { readonly connection: PageConnection }): VNode {
  const load = useCallback(() => connection.ask('questions-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view, show) => <Questions view={view} show={show} />}
    </LivePage>
  );
}

function Questions({ view, show }: { readonly view: QuestionsView; readonly show: (view: QuestionsView) => Promise<void> }): VNode {
  const { say, connection } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  const [announced, setAnnounced] = useState('');
  // Kept here and not in its card, which is gone and comes back while an answer is tried.
  const [failed, setFailed] = useState<{ readonly id: string; readonly why: string } | null>(null);
  const title = pageTitle(view, say);

  useEffect(() => {
    document.title = `${title} - ${say('extensionName')}`;
  }, [title, say]);

  // On the heading, never on a button: a person who is typing when this page opens decides nothing.
  useEffect(() => heading.current?.focus(), []);

  const answer = useCallback(
    async (id: string, given: GivenAnswer) => {
      setFailed(null);
      try {
        const after = await connection.ask('answer-question', { id, answer: given });
        await show(after);
        const done = after.answered.find((one) => one.id === id);
        if (done) setAnnounced(say(`questionOutcome_${done.outcome}`, done.fileName));
        heading.current?.focus();
      } catch (cause) {
        setFailed({ id, why: failureText(cause, say) });
        if (document.activeElement === document.body) heading.current?.focus();
      }
    },
    [connection, say, show],
  );

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p class="only-read" role="status">{announced}</p>
      {view.questions.length === 0 ? (
        <p class="lead">{say(view.answered.length > 0 ? 'questionAllDecided' : 'questionNothingHere')}</p>
      ) : (
        <p class="lead">{say(view.questions.some(({ mayKeep }) => mayKeep) ? 'questionLead' : 'questionLeadMayNotKeep')}</p>
      )}
      <OrganisationSays organisation={view.organisation} />
      {view.questions.map((question) => (
        <QuestionCard key={question.id} question={question} failure={failed?.id === question.id ? failed.why : ''} answer={answer} />
      ))}
      <Decided answered={view.answered} isLast={view.questions.length === 0} />
    </>
  );
}
