import { render } from 'preact';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { PolicyPage } from './policy-page.tsx';

const root = document.getElementById('root');
if (root) render(<PolicyPage connection={extensionClient} />, root);
