import { render } from 'preact';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { BlockedPage } from './blocked-page.tsx';

const root = document.getElementById('root');
if (root) render(<BlockedPage connection={extensionClient} address={location.href} />, root);
