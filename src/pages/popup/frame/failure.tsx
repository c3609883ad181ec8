import type { VNode } from 'preact';
import type { Translate } from '../../../core/i18n/messages.ts';

interface Props {
  readonly t: Translate;
  readonly title: string;
  /** The error's own words. */
  readonly text: string;
  readonly retry: () => void;
}

/** Says what couldn't be loaded and why, and offers to try again. */
export function Failure({ t, title, text, retry }: Props): VNode {
  return (
    <div class="failed" role="alert">
      <h2>{title}</h2>
      <p dir="auto">{text}</p>
      <button type="button" class="button primary" onClick={retry}>
        {t('popupRetry')}
      </button>
    </div>
  );
}
