// One view with its strings: asked for now, asked again when something changed; the old one is kept meanwhile.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { textDirection } from '../../core/i18n/bidi.ts';
import type { Say } from '../../core/i18n/messages.ts';
import { failureText } from './failure-text.ts';
import type { PageConnection } from './context.ts';

export interface Speaking {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface Said<View> {
  readonly view: View;
  readonly say: Say;
}

export interface LiveView<View> {
  readonly loaded: Said<View> | null;
  readonly failure: { readonly say: Say; readonly text: string } | null;
  readonly refresh: () => Promise<void>;
  /** Shows a view that came by another way, such as the reply to a change. */
  readonly show: (view: View) => Promise<void>;
}

/** Tells the browser the language of what is shown. */
export function speak({ language, direction }: Speaking): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

function speakIn(language: string): void {
  speak({ language, direction: textDirection(language) });
}

/** `first` is shown until the first view is there. */
export function useLiveView<View extends Speaking>(connection: PageConnection, load: () => Promise<View>, first: Said<View> | null = null): LiveView<View> {
  const [loaded, setLoaded] = useState<LiveView<View>['loaded']>(first);
  const [failure, setFailure] = useState<LiveView<View>['failure']>(null);
  // An older reply that arrives late must not cover a newer one.
  const newest = useRef(0);
  const spoken = useRef(first?.view.language ?? connection.language);

  // Before anything is painted: a page that waits or fails has a language and a direction too.
  useLayoutEffect(() => speakIn(spoken.current), []);

  const show = useCallback(async (view: View, turn = ++newest.current) => {
    const say = await connection.stringsOf(view.language);
    if (turn !== newest.current) return;
    speak(view);
    spoken.current = view.language;
    setFailure(null);
    setLoaded({ view, say });
  }, [connection]);

  const refresh = useCallback(async () => {
    const turn = ++newest.current;
    try {
      await show(await load(), turn);
    } catch (cause) {
      const say = await connection.stringsOf(spoken.current);
      if (turn !== newest.current) return;
      speakIn(say('interfaceLanguage'));
      setFailure({ say, text: failureText(cause, say) });
    }
  }, [connection, load, show]);

  useEffect(() => {
    void refresh();
    return connection.onChange(() => void refresh());
  }, [connection, refresh]);

  return { loaded, failure, refresh, show };
}
