import type { ComponentType, VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { failureText } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { Failure } from './failure.tsx';

type State = { readonly Part: ComponentType } | { readonly failure: string } | null;

/** Nothing to see before it is really slow. */
export function Waiting(): VNode {
  const { t } = usePage();
  return (
    <p class="waiting" aria-busy="true">
      {t('popupMoment')}
    </p>
  );
}

/** A part whose code comes when it is wanted; where it can't be had, says so and offers to try again. */
export function LazyPart({ load }: { readonly load: () => Promise<ComponentType> }): VNode {
  const { t } = usePage();
  const [state, setState] = useState<State>(null);
  const fetchPart = useCallback(() => {
    load().then(
      (Part) => setState({ Part }),
      (cause: unknown) => setState({ failure: failureText(cause, t) }),
    );
  }, [load]);
  useEffect(fetchPart, [fetchPart]);

  if (!state) return <Waiting />;
  if ('Part' in state) return <state.Part />;
  return <Failure t={t} title={t('popupPartFailed')} text={state.failure} retry={fetchPart} />;
}
