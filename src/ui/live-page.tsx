// A page that shows one view: asks for it, asks again when something changed, keeps the old one while it waits.
import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../core/say.ts';
import { failureText } from './failure-text.ts';
import { SurroundingsContext, type PageConnection } from './page-connection.ts';
import { PageFrame } from './page-frame.tsx';

interface Speaking {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

interface Loaded<View> {
  readonly view: View;
  readonly say: Say;
}

interface Props<View> {
  readonly connection: PageConnection;
  readonly load: () => Promise<View>;
  readonly children: (view: View, show: (view: View) => Promise<void>) => ComponentChildren;
}

export function LivePage<View extends Speaking>({ connection, load, children }: Props<View>): VNode | null {
  const [loaded, setLoaded] = useState<Loaded<View> | null>(null);
  const [failure, setFailure] = useState<{ say: Say; text: string } | null>(null);
  // An older reply that arrives late must not cover a newer one.
  const newest = useRef(0);

  const show = useCallback(async (view: View, turn = ++newest.current) => {
    const say = await connection.stringsOf(view.language);
    if (turn !== newest.current) return;
    document.documentElement.lang = view.language;
    document.documentElement.dir = view.direction;
    setFailure(null);
    setLoaded({ view, say });
  }, [connection]);

  const refresh = useCallback(async () => {
    const turn = ++newest.current;
    try {
      await show(await load(), turn);
    } catch (cause) {
      setFailure({ say: await connection.stringsOf(navigator.language), text: failureText(cause) });
    }
  }, [connection, load, show]);

  useEffect(() => {
    void refresh();
    return connection.onChange(() => void refresh());
  }, [connection, refresh]);

  if (!loaded) {
    if (!failure) return null;
    const { say, text } = failure;
    return (
      <PageFrame name={say('extensionName')}>
        <div role="alert" class="panel">
          <h1>{say('questionLoadFailed')}</h1>
          <p>{text}</p>
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
