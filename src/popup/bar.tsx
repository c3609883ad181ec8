import type { RefObject, VNode } from 'preact';
import type { Say } from '../core/say.ts';

interface Props {
  readonly say?: Say;
  readonly search?: { readonly isOpen: boolean; readonly toggle: () => void; readonly button: RefObject<HTMLButtonElement | null> };
}

/** Whose popup this is, the search, and the way to the settings. Stands before the strings are there. */
export function Bar({ say, search }: Props): VNode {
  return (
    <header class="bar">
      <img src="/icons/icon-48.png" width="20" height="20" alt="" />
      <h1>{say ? say('extensionName') : document.title}</h1>
      {say && search && (
        <button type="button" class="icon-button" ref={search.button} aria-expanded={search.isOpen} aria-label={say('popupSearch')} title={say('popupSearch')} onClick={search.toggle}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={search.isOpen ? 'M3.5 3.5l9 9M12.5 3.5l-9 9' : 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.3 10.3l3.4 3.4'} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
          </svg>
        </button>
      )}
      {say && (
        <a class="bar-link" href="../options/index.html" target="_blank" rel="noopener">
          {say('popupSettings')}
          <span class="only-read">{say('popupNewTab')}</span>
        </a>
      )}
    </header>
  );
}
