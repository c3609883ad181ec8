// Findings in one sentence, then one by one: what, when, in which browser, how sure, and what it
// can't tell.
import type { VNode } from 'preact';
import type { Translate } from '../../../core/i18n/messages.ts';
import type { FindingView, TracesView } from '../../../core/traces/view.ts';
import { usePage } from '../context.ts';
import { Symbol } from '../symbol.tsx';

/** Draws links to sources where the page has them at hand. */
export type RenderSources = (ids: readonly string[]) => VNode;

/** The answer in one sentence; empty where nobody has looked. */
export function traceAnswer(
  { level, isRunning, subject }: Pick<TracesView, 'level' | 'isRunning' | 'subject'>,
  t: Translate,
): string {
  switch (level) {
    case 'found':
      return t(isRunning ? 'tracesRunning' : 'tracesLeftBehind', subject);
    case 'probably':
      return t('tracesProbably', subject);
    case 'stale':
      return t('tracesStale');
    case 'nothing':
      return t('tracesNothing', subject);
    case 'unasked':
      return '';
  }
}

/** For the first screen: only where something is to be said. */
export function TraceAlert({ view }: { readonly view: TracesView }): VNode | null {
  const { t } = usePage();
  if (view.level !== 'found' && view.level !== 'probably') return null;
  return (
    <p class={`trace-alert state-${view.level === 'found' ? 'caution' : 'likely'}`}>
      <Symbol name="warning" />
      <span>
        <strong>{traceAnswer(view, t)}</strong> {t('tracesSeen', view.when)}
      </span>
    </p>
  );
}

export function TraceFindings({
  view,
  sources,
}: {
  readonly view: TracesView;
  readonly sources?: RenderSources | undefined;
}): VNode | null {
  const { t } = usePage();
  if (view.level === 'unasked') return null;
  return (
    <div class="trace-findings">
      <TraceAlert view={view} />
      {(view.level === 'stale' || view.level === 'nothing') && <p>{traceAnswer(view, t)}</p>}
      {view.findings.length > 0 && (
        <ul class="findings">
          {view.findings.map((finding) => (
            <Finding key={finding.id} finding={finding} sources={sources} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Finding({
  finding,
  sources,
}: {
  readonly finding: FindingView;
  readonly sources?: RenderSources | undefined;
}): VNode {
  const { t } = usePage();
  return (
    <li>
      <p>
        {finding.what}
        {sources?.(finding.sources)}
      </p>
      <p class="hint">
        {t(`tracesSureness_${finding.sureness}`)} {t('tracesSeenIn', finding.when, finding.browser)}
      </p>
      <p class="hint">{finding.limits}</p>
    </li>
  );
}
