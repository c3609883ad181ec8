// The switch that has traces watched, and what it lacks.
import type { VNode } from 'preact';
import type { TracesView } from '../../../core/traces/view.ts';
import { usePage } from '../context.ts';

interface Props {
  readonly view: Pick<TracesView, 'watched' | 'missing'>;
  readonly change: (isOn: boolean) => void;
}

export function TraceWatch({ view: { watched, missing }, change }: Props): VNode {
  const { t, language } = usePage();
  const isOn = watched.length > 0 || missing.length > 0;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <div class="every-site">
      <label for="trace-watch">
        <input
          id="trace-watch"
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-describedby="trace-watch-hint"
          onChange={({ currentTarget }) => {
            // Keep showing the actual state while the browser asks.
            currentTarget.checked = isOn;
            change(!isOn);
          }}
        />
        <span>
          <strong>{t('tracesWatch')}</strong>
          <span class="hint" id="trace-watch-hint">
            {t('tracesWatchHint')}
          </span>
        </span>
      </label>
      {missing.length > 0 && (
        <p class="field-error">
          {t('tracesMissing', list.format(missing.map((area) => t(`tracesArea_${area}`))))}
        </p>
      )}
    </div>
  );
}
