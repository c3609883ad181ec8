import { render } from 'preact';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { WelcomePage } from './welcome-page.tsx';

const root = document.getElementById('root');
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (root) render(<WelcomePage connection={extensionClient} timeZone={timeZone} />, root);
