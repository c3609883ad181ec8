import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { failureText } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import type { SectionProps } from '../section.tsx';

/** Checks every feed and shows the outcome. */
export function CheckNow({ view: { updates }, show }: SectionProps): VNode {
  const { t, connection } = usePage();
  const [progress, setProgress] = useState<'idle' | 'checking' | 'done'>('idle');
  const [error, setError] = useState('');
  const check = async () => {
    setProgress('checking');
    setError('');
    try {
      await show(await connection.request('check-feeds', {}));
      setProgress('done');
    } catch (cause) {
      setError(t('feedCheckFailed', failureText(cause, t)));
      setProgress('idle');
    }
  };
  const isFine = [updates.feed, updates.organization].every(
    (one) => one === null || one.refusal === null,
  );
  return (
    <div class="check-now">
      <button
        type="button"
        class="button"
        aria-disabled={progress === 'checking'}
        onClick={() => progress !== 'checking' && void check()}
      >
        {t('feedCheckNow')}
      </button>
      {progress === 'checking' && <progress class="checking" aria-label={t('feedChecking')} />}
      <p class="hint" role="status">
        {progress === 'checking'
          ? t('feedChecking')
          : progress === 'done'
            ? t(isFine ? 'feedCheckedFine' : 'feedCheckedRefused')
            : ''}
      </p>
      <p class="field-error" role="alert">
        {error}
      </p>
    </div>
  );
}
