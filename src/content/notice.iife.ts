// Entry: tells the worker which page this is, and shows what it answers. Decides nothing itself.
import type { CurrentPage, NoticeView, PageVisitReply } from '../messages.ts';
import { ask, isConnected, isNamedSite, onWorkerMessage } from '../platform/page-messaging.ts';
import { marksAfter, type LinkMarks } from './link-marks.ts';
import { watchFrame } from './frame.ts';
import { onAddressChange } from './navigation.ts';
import { drawNotice } from './notice.ts';
import { showInTopLayer, type NoticeHost } from './notice-host.ts';
import { isFirstHere } from './once.ts';
import { onLateContent, pageFacts } from './page-facts.ts';

const ended = new AbortController();
const { signal } = ended;
let shown: { readonly view: NoticeView; readonly host: NoticeHost } | null = null;
let marks: LinkMarks | null = null;
let newestTurn = 0;
let askedTitle = '';
/** What the page last said of itself, as text; empty until the worker asks for it. */
let askedFacts = '';
let factsWatch: AbortController | null = null;

const titleSettlesAfterMs = 250;

function hideNotice(): void {
  shown?.host.remove();
  shown = null;
}

function isSameNotice(one: NoticeView, other: NoticeView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function showNotice(view: NoticeView): void {
  if (shown && isSameNotice(shown.view, view)) return;
  hideNotice();
  const { card, fill } = drawNotice(view, {
    openTopic: (topic) => void ask('open-topic', { topic }),
    close: () => {
      hideNotice();
      void ask('notice-closed', {});
    },
    // Only what is stored may make it go: a snooze that failed is a notice that stays.
    snooze: () => void ask('snooze-site', {}).then(() => (isConnected() ? announce() : hideNotice())),
  });
  shown = { view, host: showInTopLayer(card, () => void ask('notice-hidden', {})) };
  fill();
}

function render({ notice, markLinks: isMarking, markLabel, language }: PageVisitReply): void {
  if (notice) showNotice(notice);
  else hideNotice();
  marks = marksAfter(marks, { markLinks: isMarking, markLabel, language });
}

/** A notice that was granted and not drawn, because the page had gone on: granted again if it still fits. */
let isOwed = false;
let announced = Promise.resolve();

/** Says where this document is; the address itself is the browser's word, not ours. One at a time: each counts on what the one before left. */
function announce(): void {
  const turn = ++newestTurn;
  announced = announced.then(() => (turn === newestTurn ? announceNow() : undefined));
}

async function announceNow(): Promise<void> {
  const address = location.href;
  askedTitle = document.title;
  const facts = factsWatch ? pageFacts() : undefined;
  askedFacts = facts ? JSON.stringify(facts) : '';
  const reply = await ask('page-visited', { title: askedTitle.slice(0, 1000), isNoticeShown: shown !== null || isOwed, facts });
  if (!reply) return;
  // The page may have gone on while the worker thought.
  isOwed = reply.notice !== null && location.href !== address;
  if (location.href !== address) return;
  readFacts(reply.wantsFacts);
  if (document.documentElement) render(reply);
  else whenThereIsADocument(() => render(reply));
}

/** Where the address leaves the verdict open, the page's own words are told too, now and when they change. */
function readFacts(wanted: boolean): void {
  if (wanted === (factsWatch !== null)) return;
  factsWatch?.abort();
  factsWatch = wanted ? new AbortController() : null;
  if (!factsWatch) return;
  onLateContent(announceNewFacts, factsWatch.signal);
  if (document.readyState !== 'loading') announceNewFacts();
}

function announceNewFacts(): void {
  if (JSON.stringify(pageFacts()) !== askedFacts) announce();
}

/** At document_start there may be no element yet to stand beside. */
function whenThereIsADocument(act: () => void): void {
  const observer = new MutationObserver(() => {
    if (!document.documentElement) return;
    observer.disconnect();
    act();
  });
  observer.observe(document, { childList: true });
}

/** A title that came later may say what the address does not. */
function announceNewTitle(): void {
  if (document.title !== askedTitle) announce();
}

/** Pages that change their address without loading change their title some time later. */
function watchTitle(): void {
  announceNewTitle();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      announceNewTitle();
    }, titleSettlesAfterMs);
  });
  if (document.head) observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

function start(): void {
  onWorkerMessage((message) => {
    if (typeof message !== 'object' || message === null) return undefined;
    if ('ask' in message && message.ask === 'current-page') return { url: location.href, title: document.title.slice(0, 1000), facts: pageFacts() } satisfies CurrentPage;
    if ('tell' in message && message.tell === 'advisory-changed') announce();
    if ('tell' in message && message.tell === 'every-site-ended' && !isNamedSite()) end();
    return undefined;
  }, signal);
  onAddressChange(() => {
    // Another page: what it says is read afresh, and for a while again.
    readFacts(false);
    announce();
  }, signal);
  document.addEventListener('DOMContentLoaded', watchTitle, { signal });
  addEventListener('load', announceNewTitle, { signal });
  // Back from the back/forward cache: snoozes and settings may have changed meanwhile.
  addEventListener('pageshow', (event: PageTransitionEvent) => {
    if (event.persisted) announce();
  }, { signal });
  announce();
}

/** Leaves the page as if it had never been here. */
function end(): void {
  ended.abort();
  readFacts(false);
  hideNotice();
  marks?.stop();
  marks = null;
}

// Nobody sees a prerendered page yet, and the worker takes no word from it.
const prerenderable: Document & { readonly prerendering?: boolean } = document;
if (isFirstHere()) {
  if (self !== top) watchFrame(ended);
  else if (prerenderable.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
