import type { VNode } from 'preact';
import type { Say } from '../../core/i18n/messages.ts';

interface Props {
  readonly say: Say;
  readonly title: string;
  /** The error's own words. */
  readonly text: string;
  readonly retry: () => void;
}

/** What could not be had, why, and the way to try again. */
export function Failure({ say, title, text, retry }: Props): VNode {
  return (
    <div class="failed" role="alert">
      <h2>{title}</h2>
      <p dir="auto">{text}</p>
      <button type="button" class="button primary" onClick={retry}>{say('popupRetry')}</button>
    </div>
  );
}
