// Entry: tells the worker which page this is, and shows what it answers. Decides nothing itself.
import type { CurrentPage, NoticeView, PageFacts, PageVisitReply } from '../messages.ts';
import { ask, onWorkerMessage } from '../platform/content/worker-client.ts';
import { marksAfter, type LinkMarks } from './link-marks.ts';
import { waitForLinks } from './wait-for-links.ts';
import { onUrlChange } from './on-url-change.ts';
import { drawNotice } from './notice.ts';
import { showInTopLayer } from './notice-host.ts';
import { onDomSettled } from './on-dom-settled.ts';
import { isFirstInstance, world } from './single-instance.ts';

const ended = new AbortController();
const { signal } = ended;
let shown: { readonly view: NoticeView; readonly remove: () => void } | null = null;
let marks: LinkMarks | null = null;
let newestTurn = 0;
let askedTitle = '';
/** From the second file, once it is here. */
let readPage: (() => PageFacts) | null = null;
/** What the page last said of itself, as text. */
let askedFacts: string | undefined;
let factsWatch: AbortController | null = null;

const titleSettlesAfterMs = 250;
/** Shops draw their pages late, but not for ever. */
const factsReadings = 12;

/** Its links may start a download too; it shows no notice. */
const isFrame = self !== top;

function hideNotice(): void {
  shown?.remove();
  shown = null;
}

function showNotice(view: NoticeView): void {
  if (shown && JSON.stringify(shown.view) === JSON.stringify(view)) return;
  hideNotice();
  const { card, fill } = drawNotice(view, {
    openTopic: (topic) => void ask('open-topic', { topic }),
    close: () => {
      hideNotice();
      void ask('notice-closed', {});
    },
    // Only what is stored may make it go: a snooze that failed is a notice that stays.
    snooze: () => void ask('snooze-site', {}).then(announce),
  });
  shown = { view, remove: showInTopLayer(card, () => void ask('notice-hidden', {})) };
  fill();
}

function render(reply: PageVisitReply): void {
  if (reply.notice) showNotice(reply.notice);
  else hideNotice();
  marks = marksAfter(marks, reply);
}

/** A notice that was granted and could not be drawn: granted again if it still fits. */
let isOwed = false;
let announced = Promise.resolve();

/** Says where this document is; the address itself is the browser's word, not ours. One at a time: each counts on what the one before left. */
function announce(): void {
  const turn = ++newestTurn;
  announced = announced.then(() => (turn === newestTurn ? announceNow() : undefined));
}

async function announceNow(): Promise<void> {
  if (isFrame) {
    const reply = await ask('frame-visited', {});
    if (reply && !signal.aborted) marks = marksAfter(marks, reply);
    return;
  }
  const address = location.href;
  askedTitle = document.title;
  const facts = factsWatch ? readPage?.() : undefined;
  askedFacts = facts && JSON.stringify(facts);
  const reply = await ask('page-visited', {
    title: askedTitle.slice(0, 1000),
    isNoticeShown: shown !== null || isOwed,
    facts,
  });
  if (!reply) return;
  // The page may have gone on while the worker thought, or hold no element yet to stand beside.
  const isGone = location.href !== address;
  isOwed = reply.notice !== null && (isGone || !document.documentElement);
  if (isGone || signal.aborted) return;
  watchFacts(reply.wantsFacts);
  if (isOwed) onDomSettled(announce, signal, { afterMs: 0, mostTimes: 1 });
  else render(reply);
}

/** Where the address leaves the verdict open, the page's own words are told too, now and when they change. */
function watchFacts(isWanted: boolean): void {
  if (isWanted === (factsWatch !== null)) return;
  factsWatch?.abort();
  factsWatch = isWanted ? new AbortController() : null;
  if (!factsWatch) return;
  onDomSettled(announceNewFacts, factsWatch.signal, { mostTimes: factsReadings });
  if (readPage) announceFactsOnceLoaded();
  else void ask('inject-page-reader', {});
}

function announceNewFacts(): void {
  if (factsWatch && readPage && JSON.stringify(readPage()) !== askedFacts) announce();
}

/** Half a page may say what the whole one doesn't. */
function announceFactsOnceLoaded(): void {
  if (document.readyState !== 'loading') announceNewFacts();
}

/** A title that came later may say what the address does not. */
function announceNewTitle(): void {
  if (document.title !== askedTitle) announce();
}

/** Pages that change their address without loading change their title some time later. */
function watchTitle(): void {
  announceNewTitle();
  announceNewFacts();
  onDomSettled(announceNewTitle, signal, {
    root: document.head ?? document,
    characterData: true,
    afterMs: titleSettlesAfterMs,
  });
}

function start(): void {
  onWorkerMessage((word) => {
    if (word === 'current-page')
      return {
        url: location.href,
        title: document.title.slice(0, 1000),
        facts: readPage?.(),
      } satisfies CurrentPage;
    if (word === 'advisory-changed' && newestTurn > 0) {
      announce();
      marks?.askAgain();
    }
    if (word === 'every-site-ended')
      void ask('is-site-named', {}).then((isNamed) => isNamed === false && end());
    return undefined;
  }, signal);
  if (isFrame) {
    waitForLinks(announce, signal);
    return;
  }
  world.takeReading = (read) => {
    readPage = read;
    announceFactsOnceLoaded();
  };
  onUrlChange(() => {
    // Another page: what it says is read afresh, and for a while again.
    watchFacts(false);
    announce();
  }, signal);
  document.addEventListener('DOMContentLoaded', watchTitle, { signal });
  addEventListener('load', announceNewTitle, { signal });
  // Back from the back/forward cache: snoozes and settings may have changed meanwhile.
  addEventListener(
    'pageshow',
    (event: PageTransitionEvent) => {
      if (event.persisted) announce();
    },
    { signal },
  );
  announce();
}

/** Leaves the page as if it had never been here. */
function end(): void {
  ended.abort();
  watchFacts(false);
  hideNotice();
  marks?.stop();
  marks = null;
}

// Nobody sees a prerendered page yet, and the worker takes no word from it.
const prerenderable: Document & { readonly prerendering?: boolean } = document;
if (isFirstInstance()) {
  if (prerenderable.prerendering)
    document.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
