import { render } from 'preact';
import { pageConnection } from '../../platform/page/extension-client.ts';
import { BlockedPage } from './blocked-page.tsx';

const root = document.getElementById('root');
if (root) render(<BlockedPage connection={pageConnection} address={location.href} />, root);
