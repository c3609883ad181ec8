import type { VNode } from 'preact';
import type { Say } from '../core/say.ts';

/** Whose popup this is, and the way to its settings. Stands before the strings are there. */
export function Bar({ say }: { readonly say?: Say }): VNode {
  return (
    <header class="bar">
      <svg viewBox="0 0 128 128" width="20" height="20" aria-hidden="true">
        <path class="mark-body" d="M28 6h50l34 34v68a14 14 0 0 1-14 14H28a14 14 0 0 1-14-14V20A14 14 0 0 1 28 6z" />
        <circle class="mark-line" cx="63" cy="77" r="29" fill="none" stroke-width="10" />
        <path class="mark-line" stroke-width="10" stroke-linecap="round" d="M43 97l40-40" />
      </svg>
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
