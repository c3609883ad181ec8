import { render } from 'preact';
import { snapshotFor } from '../../core/view/popup/popup-snapshot.ts';
import { now } from '../../platform/clock.ts';
import type { StoredSnapshot } from '../../platform/page/popup-snapshot.ts';
import { extensionClient } from '../../platform/page/extension-client.ts';
import { setDocumentLocale } from '../shared/frame/live-view.ts';
import type { Route } from './route.ts';
import { Popup, type FirstView } from './popup.tsx';

/**
 * The first screen, drawn before the worker is asked or even awake; null if only its reply will do.
 */
async function firstView(atHand: StoredSnapshot | null): Promise<FirstView | null> {
  const view = atHand?.glance && snapshotFor(atHand.glance, atHand.pages, atHand.tab, now());
  if (!view) return null;
  setDocumentLocale(view);
  return { view, t: await extensionClient.stringsOf(view.language) };
}

/** A busy computer is given its time; the answer is wanted all the same. */
const longestMs = 1000;

/** The first paint with something in it. A page in the background is not painted at all. */
function firstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    new PerformanceObserver(
      (list) => list.getEntriesByName('first-contentful-paint').length > 0 && resolve(),
    ).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, longestMs);
  });
}

/** Draws the popup, first from what is at hand. */
export async function draw(place: Route, atHand: Promise<StoredSnapshot | null>): Promise<void> {
  const first = await firstView(await atHand);
  const root = document.getElementById('root');
  if (root)
    render(
      <Popup
        connection={extensionClient}
        place={place}
        now={now}
        first={first}
        painted={first ? firstPaint() : Promise.resolve()}
      />,
      root,
    );
}
