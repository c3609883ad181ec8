// A page that shows one view: loads it, reloads it on changes, and keeps the old one meanwhile.
import type { ComponentChildren, VNode } from 'preact';
import { useLiveView, type Localized } from './live-view.ts';
import { PageContext, type ExtensionClient } from '../context.ts';
import { PageFrame } from './page-frame.tsx';

interface Props<View> {
  readonly connection: ExtensionClient;
  readonly load: () => Promise<View>;
  /** Interface string for the heading of an error. */
  readonly failedTitle?: string;
  readonly children: (view: View, show: (view: View) => Promise<void>) => ComponentChildren;
}

export function LivePage<View extends Localized>({
  connection,
  load,
  failedTitle = 'questionLoadFailed',
  children,
}: Props<View>): VNode | null {
  const { loaded, failure, refresh, show } = useLiveView(connection, load);
  if (!loaded) {
    if (!failure) return null;
    const { t, text } = failure;
    return (
      <PageFrame name={t('extensionName')}>
        <div role="alert" class="panel">
          <h1>{t(failedTitle)}</h1>
          <p dir="auto">{text}</p>
          <button type="button" class="button" onClick={() => void refresh()}>
            {t('questionRetry')}
          </button>
        </div>
      </PageFrame>
    );
  }
  const { t, view } = loaded;
  return (
    <PageContext.Provider value={{ t, language: view.language, connection }}>
      <PageFrame name={t('extensionName')}>{children(view, show)}</PageFrame>
    </PageContext.Provider>
  );
}
