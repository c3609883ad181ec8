// Flow (d) on the screen: what the page is, and everything about the ban, one part at a time.
import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PopupView } from '../core/popup-view.ts';
import type { Say } from '../core/say.ts';
import { useLiveView } from '../ui/live-view.ts';
import { SurroundingsContext, type PageConnection } from '../ui/page-connection.ts';
import { Bar } from './bar.tsx';
import { PopupContext } from './context.ts';
import { Failure } from './failure.tsx';
import { Footer } from './footer.tsx';
import { LazyPart } from './lazy-part.tsx';
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

const loadSearch = async () => (await import('./search-panel.tsx')).SearchPanel;

function Loaded({ connection, place, now, view, say }: Props & { readonly view: PopupView; readonly say: Say }): VNode {
  const [part, setPart] = useState<Part>(place.part);
  const [target, setTarget] = useState<{ readonly anchor: string } | null>(null);
  const [isSearching, setSearching] = useState(false);
  const searchButton = useRef<HTMLButtonElement>(null);
  const show = useCallback(
    (next: Part, anchor?: string) => {
      setPart(next);
      setSearching(false);
      setTarget(anchor === undefined ? null : { anchor });
      if (place.isTab) history.replaceState(null, '', `#${next}`);
    },
    [place.isTab],
  );
  const endSearch = () => {
    setSearching(false);
    searchButton.current?.focus();
  };

  useEffect(() => {
    document.title = `${say(isSearching ? 'popupSearch' : `popupPart_${part}`)} - ${say('extensionName')}`;
  }, [part, isSearching, say]);

  // Escape leaves the search, not the popup.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isSearching) return;
    event.preventDefault();
    endSearch();
  };

  return (
    <SurroundingsContext.Provider value={{ say, language: view.language, connection }}>
      <PopupContext.Provider value={{ view, now: now(), show, target }}>
        <Bar say={say} search={{ isOpen: isSearching, toggle: () => (isSearching ? endSearch() : setSearching(true)), button: searchButton }} />
        <main onKeyDown={onKeyDown}>
          <Strip page={view.page} />
          {isSearching && <LazyPart load={loadSearch} />}
          <div hidden={isSearching}><Parts part={part} /></div>
        </main>
        <Footer advisory={view.advisory} />
      </PopupContext.Provider>
    </SurroundingsContext.Provider>
  );
}
