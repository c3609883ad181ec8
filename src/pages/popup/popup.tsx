// Flow (d) on the screen: what the page is, and everything about the ban, one part at a time.
import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PopupView } from '../../core/view/popup/popup.ts';
import type { Translate } from '../../core/i18n/messages.ts';
import { useLiveView, type LoadedView } from '../shared/frame/live-view.ts';
import { PageContext, type ExtensionClient } from '../shared/context.ts';
import { Bar } from './frame/bar.tsx';
import { PopupContext } from './context.ts';
import { Failure } from './frame/failure.tsx';
import { Footer } from './frame/footer.tsx';
import { LazyPart, Waiting } from './frame/lazy-part.tsx';
import { Parts, type LoadPart } from './frame/parts.tsx';
import { routeFrom, type Panel, type Part, type Route, type Spot } from './route.ts';
import { VerdictBar } from './frame/verdict-bar.tsx';

export type FirstView = LoadedView<PopupView>;

interface Props {
  readonly connection: ExtensionClient;
  readonly place: Route;
  readonly now: () => number;
  /** What can be shown before the worker answers. */
  readonly first?: FirstView | null;
  /** The worker is asked after this: what it does would delay the first paint. */
  readonly painted?: Promise<void>;
}

export function Popup({ connection, place, now, first = null, painted }: Props): VNode {
  const load = useCallback(async () => {
    await painted;
    return connection.request(
      'popup-view',
      place.tabId === undefined ? {} : { tabId: place.tabId },
    );
  }, [connection, place.tabId, painted]);
  const { loaded, failure, refresh } = useLiveView(connection, load, first);

  // A page that no script of ours looks at says nothing itself; the browser does.
  useEffect(
    () =>
      connection.onPageLoaded(
        (tabId) => (place.tabId === undefined || place.tabId === tabId) && void refresh(),
      ),
    [connection, place.tabId, refresh],
  );

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
              <Failure
                t={failure.t}
                title={failure.t('popupLoadFailed')}
                text={failure.text}
                retry={() => void refresh()}
              />
            </div>
          )}
        </main>
      </>
    );
  }
  return <Loaded connection={connection} place={place} now={now} view={loaded.view} t={loaded.t} />;
}

const targetOf = ({ anchor }: Spot) => (anchor === undefined ? null : { anchor });

const loadPanel: Readonly<Record<Panel, LoadPart>> = {
  search: async () => (await import('./search/search-panel.tsx')).SearchPanel,
  ticket: async () => (await import('./summary/summary-panel.tsx')).SummaryPanel,
};

function Loaded({
  connection,
  place,
  now,
  view,
  t,
}: Pick<Props, 'connection' | 'place' | 'now'> & {
  readonly view: PopupView;
  readonly t: Translate;
}): VNode {
  const [part, setPart] = useState<Part>(place.part);
  const [panel, setPanel] = useState<Panel | undefined>(place.panel);
  const [target, setTarget] = useState<{ readonly anchor: string } | null>(targetOf(place));
  // Where the reader was when the panel came.
  const opener = useRef<Element | null>(null);
  const [wanted, setWanted] = useState('');
  const address = useCallback(
    (name: string) => {
      if (place.isTab && location.hash !== `#${name}`) history.pushState(null, '', `#${name}`);
    },
    [place.isTab],
  );
  const open = useCallback(
    (next: Panel, words = '') => {
      setWanted(words);
      opener.current = document.activeElement;
      setPanel(next);
      address(next);
      window.scrollTo({ top: 0 });
    },
    [address],
  );
  const go = useCallback((spot: Spot, next?: Panel) => {
    setPart(spot.part);
    setPanel(next);
    setTarget(targetOf(spot));
  }, []);
  const show = useCallback(
    (next: Part, anchor?: string) => {
      go({ part: next, ...(anchor !== undefined && { anchor }) });
      address(next);
    },
    [go, address],
  );

  // An address that changes by itself is followed: Back, a bookmark, a link to a part, a fragment that somebody typed.
  useEffect(() => {
    const follow = () => {
      const route = routeFrom(new URL(location.href));
      go(route, route.panel);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [go]);

  const close = () => {
    setPanel(undefined);
    address(part);
    const back = opener.current;
    requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
  };

  useEffect(() => {
    const name =
      panel === undefined
        ? `popupPart_${part}`
        : panel === 'search'
          ? 'popupSearch'
          : 'popupTicketTitle';
    document.title = `${t(name)} - ${t('extensionName')}`;
  }, [part, panel, t]);

  // Escape leaves the panel, not the popup.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || panel === undefined) return;
    event.preventDefault();
    close();
  };

  return (
    <PageContext.Provider value={{ t, language: view.language, connection }}>
      <PopupContext.Provider value={{ view, now: now(), place, show, open, wanted, target }}>
        <Bar t={t} panel={panel} open={open} close={close} />
        <main onKeyDown={onKeyDown}>
          <VerdictBar page={view.page} isChecked={view.awaits !== 'page'} />
          {panel && (view.awaits ? <Waiting /> : <LazyPart key={panel} load={loadPanel[panel]} />)}
          <div hidden={panel !== undefined}>
            <Parts part={part} />
          </div>
        </main>
        <Footer
          advisory={view.advisory}
          reports={view.reports}
          isExpirySaid={panel === undefined && part === 'now'}
        />
      </PopupContext.Provider>
    </PageContext.Provider>
  );
}
