import { render } from 'preact';
import { pageConnection } from '../../platform/page/extension-client.ts';
import { PolicyPage } from './policy-page.tsx';

const root = document.getElementById('root');
if (root) render(<PolicyPage connection={pageConnection} />, root);
