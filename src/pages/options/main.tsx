import { render } from 'preact';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { OptionsPage } from './options-page.tsx';

const root = document.getElementById('root');
if (root) render(<OptionsPage connection={extensionClient} />, root);
