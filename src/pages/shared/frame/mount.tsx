import { render, type ComponentType } from 'preact';
import { extensionClient } from '../../../platform/page/extension-client.ts';
import type { ExtensionClient } from '../context.ts';

/** Props of every page; each takes what it needs. */
interface PageProps {
  readonly connection: ExtensionClient;
  readonly address: string;
  readonly timeZone: string;
}

/** Draws a page into its document. */
export function mount(Page: ComponentType<PageProps>): void {
  const root = document.getElementById('root');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (root)
    render(<Page connection={extensionClient} address={location.href} timeZone={timeZone} />, root);
}
