// Loads one view with its strings and reloads it on changes; keeps the old one meanwhile.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { textDirection } from '../../../core/i18n/bidi.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import { failureText } from '../text.ts';
import type { ExtensionClient } from '../context.ts';

export interface Localized {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface LoadedView<View> {
  readonly view: View;
  readonly t: Translate;
}

interface LiveView<View> {
  readonly loaded: LoadedView<View> | null;
  readonly failure: { readonly t: Translate; readonly text: string } | null;
  readonly refresh: () => Promise<void>;
  /** Shows a view that arrived another way, such as the reply to a change. */
  readonly show: (view: View) => Promise<void>;
}

/** Sets the document's language and direction. */
export function setDocumentLocale({ language, direction }: Localized): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

function speakIn(language: string): void {
  setDocumentLocale({ language, direction: textDirection(language) });
}

/** `first` is shown until the view is loaded. */
export function useLiveView<View extends Localized>(
  connection: ExtensionClient,
  load: () => Promise<View>,
  first: LoadedView<View> | null = null,
): LiveView<View> {
  const [loaded, setLoaded] = useState<LiveView<View>['loaded']>(first);
  const [failure, setFailure] = useState<LiveView<View>['failure']>(null);
  // A late reply must not replace a newer one.
  const newest = useRef(0);
  const spoken = useRef(first?.view.language ?? connection.language);

  // Before the first paint: a page that is loading or failed needs a language and direction too.
  useLayoutEffect(() => speakIn(spoken.current), []);

  const show = useCallback(
    async (view: View, turn = ++newest.current) => {
      const t = await connection.stringsOf(view.language);
      if (turn !== newest.current) return;
      setDocumentLocale(view);
      spoken.current = view.language;
      setFailure(null);
      setLoaded({ view, t });
    },
    [connection],
  );

  const refresh = useCallback(async () => {
    const turn = ++newest.current;
    try {
      await show(await load(), turn);
    } catch (cause) {
      const t = await connection.stringsOf(spoken.current);
      if (turn !== newest.current) return;
      speakIn(t('interfaceLanguage'));
      setFailure({ t, text: failureText(cause, t) });
    }
  }, [connection, load, show]);

  useEffect(() => {
    void refresh();
    return connection.onChange(() => void refresh());
  }, [connection, refresh]);

  return { loaded, failure, refresh, show };
}
