// Entry: announces the page when it starts, navigates or changes its title, and ends without a
// trace.
import type { CurrentPage } from '../messages.ts';
import { ask, onWorkerMessage } from '../platform/content/worker-client.ts';
import {
  announce,
  announceFactsOnceLoaded,
  askedTitle,
  ended,
  isFrame,
  newestTurn,
  signal,
  watchFacts,
} from './announcer.ts';
import { waitForLinks } from './links/wait-for-links.ts';
import { markLinksAs, marks, stopMarks } from './links/wanted-marks.ts';
import { hideNotice, takePress } from './notice/shown.ts';
import { reader, takeReader } from './page-reader.ts';
import { isFirstInstance, world } from './single-instance.ts';
import { page } from './unshadowed.ts';

const lookEveryMs = 400;

function start(): void {
  onWorkerMessage((word) => {
    if (word === 'current-page')
      return {
        url: location.href,
        title: page.title.slice(0, 1000),
        facts: reader?.read(),
      } satisfies CurrentPage;
    if (word === 'advisory-changed' && newestTurn > 0) {
      announce();
      marks?.askAgain();
    }
    if (word === 'every-site-ended')
      void ask('is-site-named', {}).then((isNamed) => isNamed === false && end());
    return undefined;
  }, signal);
  world.takeReader = (make) => {
    takeReader(make);
    announceFactsOnceLoaded();
    if (!signal.aborted) markLinksAs();
  };
  if (isFrame) {
    waitForLinks(announce, signal);
    return;
  }
  let knownAddress = location.href;
  const look = () => {
    if (location.href !== knownAddress) {
      knownAddress = location.href;
      // Another page: read its data anew, and again for a while.
      watchFacts(false);
      announce();
    } else if (page.title !== askedTitle) announce();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  const listen = () => {
    for (const name of ['click', 'keydown'])
      addEventListener(name, takePress, { capture: true, signal });
    navigation?.addEventListener('currententrychange', look, { signal });
  };
  listen();
  // Poll too: by then the document may have another head, and `document.open` removes all
  // listeners.
  const timer = setInterval(() => {
    if (page.hidden) return;
    listen();
    look();
  }, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  const lookAtAll = () => {
    look();
    announceFactsOnceLoaded();
  };
  page.addEventListener('DOMContentLoaded', lookAtAll, { signal });
  addEventListener('load', lookAtAll, { signal });
  // Restored from the back/forward cache: snoozes and settings may have changed.
  addEventListener(
    'pageshow',
    (event: PageTransitionEvent) => {
      if (event.persisted) announce();
    },
    { signal },
  );
  announce();
}

/** Leaves the page as if the script had never been here. */
function end(): void {
  ended.abort();
  watchFacts(false);
  hideNotice();
  stopMarks();
}

// Nobody sees a prerendered page yet, and the worker takes no message from it. Polled, because
// `document.open` removes all listeners.
function startOnceShown(): void {
  const prerenderable: Document & { readonly prerendering?: boolean } = page;
  if (prerenderable.prerendering) setTimeout(startOnceShown, 100);
  else start();
}

if (isFirstInstance()) startOnceShown();
