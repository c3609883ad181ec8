import type { VNode } from 'preact';
import type { Translate } from '../../../core/i18n/messages.ts';

interface Props {
  readonly t: Translate;
  readonly title: string;
  /** The error's own words. */
  readonly text: string;
  readonly retry: () => void;
}

/** What could not be had, why, and the way to try again. */
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
