// Flow (d) on the screen: what the page is, and everything about the ban, one part at a time.
import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PopupView } from '../core/popup-view.ts';
import type { Say } from '../core/say.ts';
import { useLiveView } from '../ui/live-view.ts';
import { SurroundingsContext, type PageConnection } from '../ui/page-connection.ts';
import { Bar } from './bar.tsx';
import { PopupContext } from './context.ts';
import { Failure } from './failure.tsx';
import { Footer } from './footer.tsx';
import { Parts } from './parts.tsx';
import type { Part, Place } from './place.ts';
import { Strip } from './strip.tsx';

interface Props {
  readonly connection: PageConnection;
  readonly place: Place;
  readonly now: () => number;
}

export function Popup({ connection, place, now }: Props): VNode {
  const load = useCallback(
    () => connection.ask('popup-view', place.tabId === undefined ? {} : { tabId: place.tabId }),
    [connection, place.tabId],
  );
  const { loaded, failure, refresh } = useLiveView(connection, load);

  // Before the first frame: the browser sizes its popup by what it sees then.
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('in-toolbar', !place.isTab);
  }, [place.isTab]);

  if (!loaded) {
    return (
      <>
        <Bar />
        <main aria-busy={!failure}>
          {!failure && <div class="waiting" aria-hidden="true" />}
          {failure && (
            <div class="part">
              <Failure say={failure.say} title={failure.say('popupLoadFailed')} text={failure.text} retry={() => void refresh()} />
            </div>
          )}
        </main>
      </>
    );
  }
  return <Loaded connection={connection} place={place} now={now} view={loaded.view} say={loaded.say} />;
}

function Loaded({ connection, place, now, view, say }: Props & { readonly view: PopupView; readonly say: Say }): VNode {
  const [part, setPart] = useState<Part>(place.part);
  const show = useCallback(
    (next: Part) => {
      setPart(next);
      if (place.isTab) history.replaceState(null, '', `#${next}`);
    },
    [place.isTab],
  );

  useEffect(() => {
    document.title = `${say(`popupPart_${part}`)} - ${say('extensionName')}`;
  }, [part, say]);

  return (
    <SurroundingsContext.Provider value={{ say, language: view.language, connection }}>
      <PopupContext.Provider value={{ view, now: now(), show }}>
        <Bar say={say} />
        <main>
          <Strip page={view.page} />
          <Parts part={part} />
        </main>
        <Footer advisory={view.advisory} />
      </PopupContext.Provider>
    </SurroundingsContext.Provider>
  );
}
