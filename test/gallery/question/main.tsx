import { render } from 'preact';
import { buildQuestionsView } from '../../../src/core/decision/build-questions-view.ts';
import type { QuestionsView } from '../../../src/core/decision/question.ts';
import { QuestionPage } from '../../../src/question/question-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/tongue.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);
let { questions, answered = [] } = scene;

const view = (): QuestionsView => buildQuestionsView(questions, answered, { advisory, language, organisation: scene.organisation ?? null, mayKeep: scene.isBlocked !== true });

const connection = sampleConnection({
  'questions-view': () => {
    if (scene.worker === 'failing') throw new Error('The background worker did not answer.');
    return view();
  },
  'answer-question': ({ id, answer }) => {
    if (scene.worker === 'not-answering') throw new Error('The browser does not know this download any more.');
    answered = questions.filter((question) => question.id === id).map(({ fileName }) => ({ id, fileName, outcome: answer === 'keep' ? 'kept' : 'cancelled' }));
    questions = questions.filter((question) => question.id !== id);
    return view();
  },
});

present(scene, (root) => render(<QuestionPage connection={connection} />, root), scene.worker === 'failing' ? '[role=alert]' : '.ways');
