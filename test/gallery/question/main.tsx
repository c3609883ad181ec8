import { render } from 'preact';
import { buildQuestionsView, nameOf } from '../../../src/core/view/build-questions.ts';
import type { Question, QuestionsView } from '../../../src/core/decision/question.ts';
import { classifyDownload } from '../../../src/core/detection/classify-download.ts';
import { classifyLink } from '../../../src/core/detection/classify-link.ts';
import { compileRules } from '../../../src/core/detection/engine/rule-index.ts';
import { QuestionPage } from '../../../src/pages/question/question-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { scenes, type Sample } from './scenes.ts';

const { index } = compileRules(advisory.detection);

function heldAs(sample: Sample): Question {
  const verdict =
    sample.kind === 'link'
      ? classifyLink(index, sample.url)?.verdict
      : classifyDownload(index, sample);
  if (verdict?.label !== 'product-download')
    throw new Error(`Nobody is asked about ${sample.url}.`);
  const { label, rule, reason } = verdict;
  return { ...sample, label, rule, reason };
}

const scene = chosenScene(scenes);
let questions = scene.questions.map(heldAs);
let { answered = [] } = scene;

const view = (): QuestionsView =>
  buildQuestionsView(questions, answered, {
    advisory,
    language,
    organization: scene.organization ?? null,
    mayKeep: scene.isBlocked !== true,
  });

const listeners = new Set<() => void>();

/** As the worker stores a change of the questions, which pages of ours hear of. */
async function store(changed: readonly Question[]): Promise<void> {
  questions = [...changed];
  for (const listener of listeners) listener();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The worker's first answer comes after the second, by when nothing is held any more. */
const isLate = new URLSearchParams(location.search).has('late');
let asked = 0;

const connection = sampleConnection({
  'questions-view': async () => {
    if (scene.worker === 'failing') throw new Error('The background worker did not answer.');
    const now = view();
    asked += 1;
    if (isLate && asked === 1) {
      // Until the page listens, and its second question is answered.
      await new Promise((resolve) => setTimeout(resolve));
      await store([]);
      performance.mark('late answer');
    }
    return now;
  },
  'answer-question': async ({ id, answer }) => {
    performance.mark('answer');
    const before = questions;
    await store(
      before.map((question) => (question.id === id ? { ...question, answer } : question)),
    );
    if (scene.worker === 'not-answering') {
      await store(before);
      throw new Error('The request answer-question failed: Invalid download id');
    }
    answered = before
      .filter((question) => question.id === id)
      .map((question) => ({
        id,
        fileName: nameOf(question),
        outcome: answer === 'keep' ? 'kept' : 'canceled',
      }));
    await store(before.filter((question) => question.id !== id));
    return view();
  },
});

const onChange = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

present(
  scene,
  (root) => render(<QuestionPage connection={{ ...connection, onChange }} />, root),
  scene.worker === 'failing' ? '[role=alert]' : isLate ? 'h1' : '.ways',
);
