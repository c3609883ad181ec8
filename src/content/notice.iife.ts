// Entry: tells the worker which page this is, and shows what it answers. Decides nothing itself.
import type { CurrentPage, NoticeView, PageVisitReply, Replies } from '../messages.ts';
import { ask, complain, isConnected, onWorkerMessage } from '../platform/content/worker-client.ts';
import { addStyle, element, home, isArriving } from './element.ts';
import { drawNotice } from './notice/notice.ts';
import { showInTopLayer, type ShownNotice } from './notice/notice-host.ts';
import { onDomSettled } from './on-dom-settled.ts';
import {
  isFirstInstance,
  world,
  type Lent,
  type LinkMarks,
  type PageReader,
} from './single-instance.ts';
import { page, unshadowed } from './unshadowed.ts';
import { waitForLinks } from './links/wait-for-links.ts';

const lent: Lent = [
  page,
  ask,
  element,
  addStyle,
  home,
  isArriving,
  isConnected,
  onDomSettled,
  complain,
  unshadowed,
];
const ended = new AbortController();
const { signal } = ended;
interface Shown extends ShownNotice {
  readonly view: NoticeView;
  readonly press: (button: Element) => void;
}

let shown: Shown | null = null;
/** What the worker last said of marks. */
let wantedMarks: MarkWishes | null = null;
let marks: LinkMarks | null = null;
let newestTurn = 0;
let askedTitle = '';
/** The second file, once it is here. */
let reader: PageReader | null = null;
/** What the page last said of itself, as text. */
let askedFacts: string | undefined;
let factsWatch: AbortController | null = null;

type MarkWishes = Replies['frame-visited'];

const lookEveryMs = 400;
/** A page may change its address more often than we can ask: what is known of it then counts all the same. */
const mostLostAnswers = 3;
/** A page that comes in for longer than this has its notice before it is whole. */
const longestArrivalMs = 2000;
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
  const { card, fill, press } = drawNotice(view, {
    openTopic: (topic) => void ask('open-topic', { topic }),
    close: closeNotice,
    // Only what is stored may make it go: a snooze that failed is a notice that stays.
    snooze: () => void ask('snooze-site', {}).then(announce),
  });
  shown = { view, press, ...showInTopLayer(card, () => void ask('notice-hidden', {})) };
  fill();
  if (shown.isDrawn || !(page.documentElement instanceof SVGElement)) return;
  hideNotice();
  void ask('notice-undrawn', {});
}

/** Before every listener of the page, and by place: nothing of the page's can make our buttons dead. */
function takePress(event: Event): void {
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== 'Escape') return;
  const button = shown?.pressed(event);
  if (!button) return;
  event.stopImmediatePropagation();
  if (isKey) closeNotice();
  else shown?.press(button);
}

function closeNotice(): void {
  hideNotice();
  void ask('notice-closed', {});
}

function mark(wishes: MarkWishes): void {
  wantedMarks = wishes;
  if (marks && marks.label === wishes.markLabel && wishes.markLinks) return;
  marks?.stop();
  marks = null;
  if (!wishes.markLinks) return;
  if (reader) marks = reader.markLinks(wishes.markLabel, wishes.language);
  else void ask('inject-page-reader', {});
}

function render(reply: PageVisitReply): void {
  if (reply.notice) showNotice(reply.notice);
  else hideNotice();
  mark(reply);
}

/** A notice that was granted and could not be drawn: granted again if it still fits. */
let isOwed = false;
let lostAnswers = 0;
let announced: Promise<unknown> = Promise.resolve();

/** Says where this document is; the address itself is the browser's word, not ours. One at a time: each counts on what the one before left. */
function announce(): void {
  const turn = ++newestTurn;
  // What fails once must not be the end of it.
  announced = announced
    .then(() => (turn === newestTurn ? announceNow() : undefined))
    .catch(complain);
}

async function announceNow(): Promise<void> {
  if (isFrame) {
    const reply = await ask('frame-visited', {});
    if (reply && !signal.aborted) mark(reply);
    return;
  }
  const address = location.href;
  askedTitle = page.title;
  const facts = factsWatch ? reader?.read() : undefined;
  askedFacts = facts && JSON.stringify(facts);
  const reply = await ask('page-visited', {
    title: askedTitle.slice(0, 1000),
    isNoticeShown: shown !== null || isOwed,
    facts,
  });
  if (!reply) return;
  // The page may have gone on while the worker thought, or not be there yet to stand in.
  const isGone = location.href !== address && ++lostAnswers < mostLostAnswers;
  const isEarly = isArriving() && performance.now() < longestArrivalMs;
  isOwed = reply.notice !== null && (isGone || isEarly || !page.documentElement);
  if (isGone || signal.aborted) return;
  lostAnswers = 0;
  watchFacts(reply.wantsFacts);
  if (isOwed) showOnceArrived(reply);
  else render(reply);
}

/** Shown when the page is whole, or was long enough in coming. */
function showOnceArrived(reply: PageVisitReply): void {
  const turn = newestTurn;
  mark(reply);
  const timer = setInterval(() => {
    if (isArriving() && performance.now() < longestArrivalMs) return;
    clearInterval(timer);
    if (turn === newestTurn && !signal.aborted && page.documentElement) render(reply);
  }, 50);
}

/** Where the address leaves the verdict open, the page's own words are told too, now and when they change. */
function watchFacts(isWanted: boolean): void {
  if (isWanted === (factsWatch !== null)) return;
  factsWatch?.abort();
  factsWatch = isWanted ? new AbortController() : null;
  if (!factsWatch) return;
  onDomSettled(announceNewFacts, factsWatch.signal, { mostTimes: factsReadings });
  if (reader) announceFactsOnceLoaded();
  else void ask('inject-page-reader', {});
}

function announceNewFacts(): void {
  if (factsWatch && reader && JSON.stringify(reader.read()) !== askedFacts) announce();
}

/** Half a page may say what the whole one doesn't. */
function announceFactsOnceLoaded(): void {
  if (!isArriving()) announceNewFacts();
}

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
    reader = make(lent);
    announceFactsOnceLoaded();
    if (wantedMarks && !signal.aborted) mark(wantedMarks);
  };
  if (isFrame) {
    waitForLinks(announce, signal);
    return;
  }
  let knownAddress = location.href;
  const look = () => {
    if (location.href !== knownAddress) {
      knownAddress = location.href;
      // Another page: what it says is read afresh, and for a while again.
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
  // By the clock too: its head may be another one by then, and a page that writes itself anew takes away all listeners.
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

// Nobody sees a prerendered page yet, and the worker takes no word from it. Looked at by the clock: a page that writes itself anew takes
// away all listeners.
function startOnceShown(): void {
  const prerenderable: Document & { readonly prerendering?: boolean } = page;
  if (prerenderable.prerendering) setTimeout(startOnceShown, 100);
  else start();
}

if (isFirstInstance()) startOnceShown();
