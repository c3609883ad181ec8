import { render } from 'preact';
import { glanceAt } from '../../core/view/popup-snapshot.ts';
import { now } from '../../platform/clock.ts';
import type { AtHand } from '../../platform/page/popup-snapshot.ts';
import { pageConnection } from '../../platform/page/extension-client.ts';
import { speak } from '../shared/live-view.ts';
import type { Place } from './route.ts';
import { Popup, type FirstView } from './popup.tsx';

/** What can be shown before the worker is asked, and perhaps awake; null where only its answer will do. */
async function firstView(atHand: AtHand | null): Promise<FirstView | null> {
  const view = atHand?.glance && glanceAt(atHand.glance, atHand.pages, atHand.tab, now());
  if (!view) return null;
  speak(view);
  return { view, say: await pageConnection.stringsOf(view.language) };
}

/** A busy computer is given its time; the answer is wanted all the same. */
const longestMs = 1000;

/** The first paint with something in it. A page in the background is not painted at all. */
function firstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, longestMs);
  });
}

/** Draws the popup, first from what is at hand. */
export async function draw(place: Place, atHand: Promise<AtHand | null>): Promise<void> {
  const first = await firstView(await atHand);
  const root = document.getElementById('root');
  if (root) render(<Popup connection={pageConnection} place={place} now={now} first={first} painted={first ? firstPaint() : Promise.resolve()} />, root);
}
