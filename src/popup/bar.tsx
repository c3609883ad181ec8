import type { VNode } from 'preact';
import type { Say } from '../core/say.ts';

/** Whose popup this is, and the way to its settings. Stands before the strings are there. */
export function Bar({ say }: { readonly say?: Say }): VNode {
  return (
    <header class="bar">
      <img src="/icons/icon-48.png" width="20" height="20" alt="" />
      <h1>{say ? say('extensionName') : document.title}</h1>
      {say && (
        <a class="bar-link" href="../options/index.html" target="_blank" rel="noopener">
          {say('popupSettings')}
          <span class="only-read">{say('popupNewTab')}</span>
        </a>
      )}
    </header>
  );
}
