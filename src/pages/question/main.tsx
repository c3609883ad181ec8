import { render } from 'preact';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { QuestionPage } from './question-page.tsx';

const root = document.getElementById('root');
if (root) render(<QuestionPage connection={extensionClient} />, root);
