// Hosts the notice in a closed shadow root in the top layer, and restores it against the page,
// within a budget.
import { complain, isConnected } from '../../platform/content/worker-client.ts';
import { addStyle, element, home } from '../element.ts';
import noticeStyle from './notice.css?inline';
import { freePlace } from './free-place.ts';
import { coversOver, isDead, isSeen } from './sight.ts';
import { page } from '../unshadowed.ts';

/** How often a page may remove the notice before we give up and use a notification. */
const restoreBudget = 20;
const lookEveryMs = 250;
/**
 * What a look without a fault gives back: who hides it for some seconds again and again is no page
 * that draws itself anew.
 */
const regained = 0.1;
/** Looks under a modal dialog of the page before it is said elsewhere too. */
const longAside = 16;
/**
 * After it was hidden, presses count where it was in sight again for this long: nobody reads
 * quicker.
 */
const sightMs = 300;

/** Not in every engine yet. */
const { scheduler: urgent } = globalThis as {
  readonly scheduler?: { postTask?(task: () => void, how: object): Promise<unknown> };
};

interface Old extends Element {
  /** Firefox shows extensions the closed ones too. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

export interface ShownNotice {
  readonly remove: () => void;
  /** The button that this event of the page's window is for; null where it isn't ours. */
  readonly pressed: (event: Event) => Element | null;
}

/** Shows `content`. `gaveUp` is called once, when the page keeps hiding it. */
export function showInTopLayer(content: HTMLElement, gaveUp: () => void): ShownNotice {
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  // A page can register custom properties, by names that it knows.
  const style = noticeStyle.replaceAll('--', `--${Math.random().toString(36).slice(2)}`);
  const setStyle = addStyle(root, style);
  root.append(content);
  let budget = restoreBudget;
  let seenSince = -Infinity;
  let isBesideBody = false;
  let aside = 0;
  let isTold = false;
  let isStopped = false;

  const isOpen = () => host.matches(':popover-open');
  const tell = () => {
    if (!isTold) gaveUp();
    isTold = true;
  };
  /** Fixes only what differs: rewriting the rest would start a race with the page's observers. */
  const restore = (): boolean => {
    let isChanged = false;
    const change = (isWrong: boolean, mend: () => void) => {
      if (!isWrong) return;
      isChanged = true;
      mend();
    };
    const parent = isBesideBody ? page.documentElement : home();
    change(host.parentNode !== parent, () => parent?.append(host));
    for (const { name } of [...host.attributes])
      change(name !== 'popover', () => host.removeAttribute(name));
    change(host.popover !== 'manual', () => (host.popover = 'manual'));
    change(!isOpen(), () => host.showPopover());
    return isChanged;
  };
  // Left by an old version: Firefox ends its scripts but keeps what they drew.
  for (const old of page.querySelectorAll<Old>('[popover=manual]'))
    if (old.openOrClosedShadowRoot?.querySelector('.card')) old.remove();
  restore();

  const giveUp = () => {
    stop();
    tell();
  };
  const fault = () => {
    seenSince = Infinity;
    // A page can hide all that is in its body with one declaration.
    isBesideBody = true;
    if (--budget <= 0) giveUp();
  };
  const look = () => {
    if (isDead()) {
      // Drawn, we would look alive and not be: badge and notification speak while the page's own
      // dialog does.
      if (isOpen()) host.hidePopover();
      seenSince = Infinity;
      if (!page.fullscreenElement && ++aside === longAside) tell();
      return;
    }
    if (restore()) return aside > 0 ? (aside = 0) : fault();
    if (!isSeen(host, content)) return fault();
    seenSince = Math.min(seenSince, performance.now());
    budget = Math.min(restoreBudget, budget + regained);
  };
  const lookAgain = () => {
    try {
      moveAside();
      look();
    } catch (cause) {
      // The page may have removed the document element; the badge remains.
      giveUp();
      complain(cause);
    }
  };
  const below = new WeakSet<EventTarget>();
  /**
   * Covers no control that has the focus (WCAG 2.4.11), and lies under no other top-layer element:
   * in another corner, since whoever else is there may be our like, and would leap over us for
   * ours. Where no corner is free, shown again, we are above it. Within the budget.
   */
  const moveAside = () => {
    const { activeElement: focused, body, documentElement } = page;
    if (!isOpen()) return;
    const covers = coversOver(host).filter((cover) => !below.has(cover));
    const others = [focused ?? host, ...covers].filter(
      (other) => ![body, documentElement, host].includes(other as HTMLElement),
    );
    const inset = freePlace(host, others);
    if (covers.length > 0 && --budget <= 0) giveUp();
    else if (inset) setStyle(`${style}:host{inset:${inset}!important}`);
    else if (covers.length > 0) {
      for (const cover of covers) below.add(cover);
      host.hidePopover();
      host.showPopover();
    }
  };
  const opened = ({ target }: Event) => void (target && below.delete(target));
  const observer = new MutationObserver(() => {
    if (!isDead() && (!host.isConnected || host.attributes.length > 1)) lookAgain();
  });
  observer.observe(document, { childList: true });
  if (page.documentElement) observer.observe(page.documentElement, { childList: true });
  if (host.parentNode) observer.observe(host.parentNode, { childList: true });
  observer.observe(host, { attributes: true });
  /** As urgent as anything: behind a page's urgent tasks without end, a timer waits for ever. */
  const tickLater = () =>
    urgent?.postTask?.(tick, { priority: 'user-blocking', delay: lookEveryMs }) ??
    setTimeout(tick, lookEveryMs);
  const tick = () => {
    if (isStopped) return;
    void tickLater();
    // Chromium keeps an old version's scripts running; nothing answers their requests.
    if (!isConnected()) return remove();
    if (!page.hidden) lookAgain();
  };
  page.addEventListener('focusin', moveAside, true);
  page.addEventListener('toggle', opened, true);
  const stop = () => {
    isStopped = true;
    observer.disconnect();
    page.removeEventListener('focusin', moveAside, true);
    page.removeEventListener('toggle', opened, true);
  };
  const remove = () => {
    stop();
    host.remove();
  };
  void tickLater();
  // Before it is painted, but once the words are in: they give it its size.
  queueMicrotask(moveAside);
  return {
    remove,
    pressed: (event) => {
      if (!event.isTrusted || event.target !== host) return null;
      const { clientX, clientY, detail } = event as MouseEvent;
      if (detail > 0 && (performance.now() - seenSince < sightMs || !isSeen(host, content)))
        return root.host;
      const at = detail > 0 ? root.elementFromPoint(clientX, clientY) : root.activeElement;
      return at?.closest('button') ?? root.host;
    },
  };
}
