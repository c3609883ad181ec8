import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionsView } from '../../core/decision/question.ts';
import { failureText } from '../shared/text.ts';
import { LivePage } from '../shared/frame/live-page.tsx';
import { OrganizationMessage } from '../shared/frame/organization-message.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { Decided, outcomeText } from './decided.tsx';
import { pageTitle } from './page-title.ts';
import { QuestionCard, type GivenAnswer } from './question-card.tsx';

export function QuestionPage({ connection }: { readonly connection: ExtensionClient }): VNode {
  const load = useCallback(() => connection.request('questions-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view, show) => <Questions view={view} show={show} />}
    </LivePage>
  );
}

function Questions({
  view,
  show,
}: {
  readonly view: QuestionsView;
  readonly show: (view: QuestionsView) => Promise<void>;
}): VNode {
  const { t, connection } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const [answeredId, setAnsweredId] = useState('');
  // Kept here because the card disappears and returns while an answer is tried.
  const [failed, setFailed] = useState<{ readonly id: string; readonly why: string } | null>(null);
  const title = pageTitle(view, t);
  // From the view, so that it follows a file that is on its way to its end.
  const announced = view.answered.find(({ id }) => id === answeredId);

  useEffect(() => {
    document.title = `${title} - ${t('extensionName')}`;
  }, [title, t]);

  // Focus the heading, never a button, so that someone typing when this page opens decides nothing.
  useEffect(() => heading.current?.focus(), []);

  const answer = useCallback(
    async (id: string, given: GivenAnswer) => {
      setFailed(null);
      try {
        const after = await connection.request('answer-question', { id, answer: given });
        await show(after);
        setAnsweredId(id);
        heading.current?.focus();
      } catch (cause) {
        setFailed({ id, why: failureText(cause, t) });
        if (document.activeElement === document.body) heading.current?.focus();
      }
    },
    [connection, t, show],
  );

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="only-read" role="status">
        {announced && outcomeText(announced, t)}
      </p>
      {view.questions.length === 0 ? (
        <p class="lead">
          {t(view.answered.length > 0 ? 'questionAllDecided' : 'questionNothingHere')}
        </p>
      ) : (
        <p class="lead">
          {t(
            view.questions.some(({ mayKeep }) => mayKeep)
              ? 'questionLead'
              : 'questionLeadMayNotKeep',
          )}
        </p>
      )}
      <OrganizationMessage organization={view.organization} />
      {view.questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          failure={failed?.id === question.id ? failed.why : ''}
          answer={answer}
        />
      ))}
      <Decided answered={view.answered} isLast={view.questions.length === 0} />
    </>
  );
}
