import type { VNode } from 'preact';
import type { Translate } from '../../../core/i18n/messages.ts';
import type { Panel } from '../route.ts';

interface Props {
  readonly t?: Translate;
  readonly panel?: Panel | undefined;
  readonly open?: (panel: Panel) => void;
  readonly close?: () => void;
}

const drawn = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.3 10.3l3.4 3.4',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
};

/** Whose popup this is, the search, and the way to the settings. Stands before the strings are there. */
export function Bar({ t, panel, open, close }: Props): VNode {
  return (
    <header class="bar">
      <img src="/icons/icon-48.png" width="20" height="20" alt="" />
      <h1>{t ? t('extensionName') : document.title}</h1>
      {t &&
        (panel ? (
          <IconButton label={t('popupBack')} path={drawn.close} press={() => close?.()} />
        ) : (
          <IconButton label={t('popupSearch')} path={drawn.search} press={() => open?.('search')} />
        ))}
      {t && (
        <a class="bar-link" href="../../options/index.html" target="_blank" rel="noopener">
          {t('popupSettings')}
          <span class="only-read">{t('popupNewTab')}</span>
        </a>
      )}
    </header>
  );
}

function IconButton({
  label,
  path,
  press,
}: {
  readonly label: string;
  readonly path: string;
  readonly press: () => void;
}): VNode {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={press}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
        />
      </svg>
    </button>
  );
}
