// A page that shows one view: asks for it, asks again when something changed, keeps the old one while it waits.
import type { ComponentChildren, VNode } from 'preact';
import { useLiveView, type Speaking } from './live-view.ts';
import { SurroundingsContext, type PageConnection } from './context.ts';
import { PageFrame } from './page-frame.tsx';

interface Props<View> {
  readonly connection: PageConnection;
  readonly load: () => Promise<View>;
  /** The string that heads a failure. */
  readonly failedTitle?: string;
  readonly children: (view: View, show: (view: View) => Promise<void>) => ComponentChildren;
}

export function LivePage<View extends Speaking>({ connection, load, failedTitle = 'questionLoadFailed', children }: Props<View>): VNode | null {
  const { loaded, failure, refresh, show } = useLiveView(connection, load);
  if (!loaded) {
    if (!failure) return null;
    const { say, text } = failure;
    return (
      <PageFrame name={say('extensionName')}>
        <div role="alert" class="panel">
          <h1>{say(failedTitle)}</h1>
          <p dir="auto">{text}</p>
          <button type="button" class="button" onClick={() => void refresh()}>{say('questionRetry')}</button>
        </div>
      </PageFrame>
    );
  }
  const { say, view } = loaded;
  return (
    <SurroundingsContext.Provider value={{ say, language: view.language, connection }}>
      <PageFrame name={say('extensionName')}>{children(view, show)}</PageFrame>
    </SurroundingsContext.Provider>
  );
}
