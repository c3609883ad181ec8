// Traces that were found, on the first screen. Few people see it, so its code is loaded only with a
// finding.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { usePopup } from '../context.ts';

type Alert = ComponentType<{ readonly view: PopupView['traces'] }>;

export function FoundTraces(): VNode | null {
  const { traces } = usePopup().view;
  const [loaded, setLoaded] = useState<{ readonly Alert: Alert } | null>(null);
  const isFound = traces.level === 'found' || traces.level === 'probably';
  useEffect(() => {
    if (!isFound) return;
    import('../../shared/traces/trace-findings.tsx').then(
      ({ TraceAlert }) => setLoaded({ Alert: TraceAlert }),
      () => setLoaded(null),
    );
  }, [isFound]);
  return loaded && isFound ? <loaded.Alert view={traces} /> : null;
}
