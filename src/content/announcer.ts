// Tells the worker which page this is, and shows its answer. Decides nothing itself.
import type { PageVisitReply } from '../messages.ts';
import { ask, complain } from '../platform/content/worker-client.ts';
import { isArriving } from './element.ts';
import { markLinksAs } from './links/wanted-marks.ts';
import { hideNotice, showNotice, shown } from './notice/shown.ts';
import { onDomSettled } from './on-dom-settled.ts';
import { reader, requestReader } from './page-reader.ts';
import { page } from './unshadowed.ts';

/** A frame's links may start a download too, but it shows no notice. */
export const isFrame = self !== top;

/** A page may change its URL faster than the worker answers; after this many, an answer is used. */
const mostLostAnswers = 3;
/** A page that takes longer to load gets its notice before it is complete. */
const longestArrivalMs = 2000;
/** Shops draw their pages late, but not forever. */
const factsReadings = 12;

export const ended = new AbortController();
export const { signal } = ended;

/** Number of requests so far. */
export let newestTurn = 0;
export let askedTitle = '';
/** The page's own data in the last request, as text. */
let askedFacts: string | undefined;
let factsWatch: AbortController | null = null;
/** A notice was granted but couldn't be drawn: grant it again if it still fits. */
let isOwed = false;
let lostAnswers = 0;
let announced: Promise<unknown> = Promise.resolve();

/**
 * Sends the page; the browser adds the URL, since ours could be forged. One request at a time,
 * because each depends on what the one before it left.
 */
export function announce(): void {
  const turn = ++newestTurn;
  // One failure must not end it.
  announced = announced
    .then(() => (turn === newestTurn ? announceNow() : undefined))
    .catch(complain);
}

async function announceNow(): Promise<void> {
  if (isFrame) {
    const reply = await ask('frame-visited', {});
    if (reply && !signal.aborted) markLinksAs(reply);
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
  // Meanwhile the page may have navigated, or it has no root element yet.
  const isGone = location.href !== address && ++lostAnswers < mostLostAnswers;
  const isEarly = isArriving() && performance.now() < longestArrivalMs;
  isOwed = reply.notice !== null && (isGone || isEarly || !page.documentElement);
  if (isGone || signal.aborted) return;
  lostAnswers = 0;
  watchFacts(reply.wantsFacts);
  if (isOwed) showOnceArrived(reply);
  else render(reply);
}

function render(reply: PageVisitReply): void {
  if (reply.notice) showNotice(reply.notice, announce);
  else hideNotice();
  markLinksAs(reply);
}

/** Shows the notice once the page is complete, or has taken long enough. */
function showOnceArrived(reply: PageVisitReply): void {
  const turn = newestTurn;
  markLinksAs(reply);
  const timer = setInterval(() => {
    if (isArriving() && performance.now() < longestArrivalMs) return;
    clearInterval(timer);
    if (turn === newestTurn && !signal.aborted && page.documentElement) render(reply);
  }, 10);
}

/** If the URL leaves the verdict open, sends the page's own data too, now and when it changes. */
export function watchFacts(isWanted: boolean): void {
  if (isWanted === (factsWatch !== null)) return;
  factsWatch?.abort();
  factsWatch = isWanted ? new AbortController() : null;
  if (!factsWatch) return;
  onDomSettled(announceNewFacts, factsWatch.signal, { mostTimes: factsReadings });
  if (reader) announceFactsOnceLoaded();
  else requestReader();
}

function announceNewFacts(): void {
  if (factsWatch && reader && JSON.stringify(reader.read()) !== askedFacts) announce();
}

/** Half a page may contain what the whole page doesn't. */
export function announceFactsOnceLoaded(): void {
  if (!isArriving()) announceNewFacts();
}
