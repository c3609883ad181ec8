import { render } from 'preact';
import { pageConnection } from '../../platform/page/extension-client.ts';
import { WelcomePage } from './welcome-page.tsx';

const root = document.getElementById('root');
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (root) render(<WelcomePage connection={pageConnection} timeZone={timeZone} />, root);
