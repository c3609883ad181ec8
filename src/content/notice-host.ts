// Where the notice stands: a closed shadow root in the top layer, kept there against the page, within a budget.
import { addStyle } from './element.ts';
import { noticeStyle } from './notice-style.ts';

/** Nothing of the page's styles gets in: each of these is set on the element itself, as important. */
const hostStyle: Readonly<Record<string, string>> = {
  all: 'initial',
  // No words stand in the host itself, and those below it have their own; who looks for fixed spacing (WCAG 1.4.12) finds enough.
  'letter-spacing': '0.12em',
  'word-spacing': '0.16em',
  position: 'fixed',
  inset: 'auto 16px 16px auto',
  width: 'min(420px, calc(100vw - 32px))',
  height: 'auto',
  'max-width': 'none',
  'max-height': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
  display: 'block',
  visibility: 'visible',
  opacity: '1',
  'pointer-events': 'auto',
  'z-index': '2147483647',
  'content-visibility': 'visible',
};

/** Between the notice and the window's edges, in CSS pixels. */
const edge = 16;

/** How often a page may take the notice away before we stop fighting and say it elsewhere. */
const restoreBudget = 20;
const lookEveryMs = 250;
/** Looked at this long in a row without a fault, the budget is full again: a page that redraws itself is no attacker. */
const calmLooks = 40;

export interface NoticeHost {
  readonly remove: () => void;
}

/** The page's root and body, which a page can hide with one declaration; the host stands beside the body. */
function place(host: HTMLElement): void {
  const { documentElement } = document;
  if (host.parentNode !== documentElement) documentElement.append(host);
}

/** Shows `content`. `gaveUp` is called once, when the page keeps hiding it. */
export function showInTopLayer(content: HTMLElement, gaveUp: () => void): NoticeHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, noticeStyle);
  root.append(content);
  host.popover = 'manual';
  let budget = restoreBudget;
  let calm = 0;

  /** Puts right what differs and nothing else: writing what is there already would start a race with the page's own observers. */
  const restore = (): boolean => {
    let isChanged = false;
    const change = (isWrong: boolean, mend: () => void) => {
      if (!isWrong) return;
      isChanged = true;
      mend();
    };
    change(host.parentNode !== document.documentElement, () => place(host));
    change(host.style.cssText !== expected, () => (host.style.cssText = expected));
    for (const name of ['hidden', 'inert', 'class', 'slot']) change(host.hasAttribute(name), () => host.removeAttribute(name));
    change(host.popover !== 'manual', () => (host.popover = 'manual'));
    change(!host.matches(':popover-open'), () => host.showPopover());
    return isChanged;
  };

  for (const [name, value] of Object.entries(hostStyle)) host.style.setProperty(name, value, 'important');
  // As the browser writes it back, which is what later looks compare with.
  let expected = host.style.cssText;
  place(host);
  host.showPopover();

  const moveFromFocus = () => {
    const place = placeOffFocus(host);
    if (!place) return;
    // Never from what stands there now: that may be the page's writing.
    host.style.cssText = expected;
    host.style.setProperty('inset', place, 'important');
    expected = host.style.cssText;
  };
  const lookAgain = () => {
    try {
      // Under a modal dialog everything else is inert and can't be asked for its place.
      if (restore() || (!document.querySelector(':modal') && !isSeen(host, content))) {
        calm = 0;
        budget -= 1;
        if (budget <= 0) {
          stop();
          gaveUp();
        }
      } else if (++calm >= calmLooks) {
        calm = 0;
        budget = restoreBudget;
      }
    } catch (cause) {
      // A page may have taken the methods' ground away (no document element); the badge says it then.
      stop();
      gaveUp();
      console.debug('Kaspersky Ban Advisory:', cause);
    }
  };
  let below: Element | null = null;
  /** Another top-layer element opened over us: shown again, we are above it. Once for each, or two would leap over each other for ever. */
  const raise = () => {
    const box = host.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!top || top === host || top === below || !host.matches(':popover-open')) return;
    below = top;
    host.hidePopover();
    host.showPopover();
  };
  const observer = new MutationObserver(() => {
    if (!host.isConnected || host.hasAttribute('hidden')) lookAgain();
  });
  const watchRoot = () => {
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  const timer = setInterval(() => {
    if (document.hidden) return;
    lookAgain();
    raise();
    moveFromFocus();
  }, lookEveryMs);
  const ended = new AbortController();
  document.addEventListener('focusin', moveFromFocus, { signal: ended.signal, capture: true });
  watchRoot();
  moveFromFocus();

  const stop = () => {
    clearInterval(timer);
    observer.disconnect();
    ended.abort();
  };
  return {
    remove() {
      stop();
      host.remove();
    },
  };
}

/** Whether a person can see it: it has a size, is not transparent, and its middle is not another element's. */
function isSeen(host: HTMLElement, content: HTMLElement): boolean {
  if (!content.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = content.getBoundingClientRect();
  if (box.width < 100 || box.height < 20) return false;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const isOnScreen = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
  return isOnScreen && document.elementFromPoint(x, y) === host;
}

/** WCAG 2.4.11: a control that has the focus is never covered. The corner where it is free, unless the notice is in one already. */
function placeOffFocus(host: HTMLElement): string | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement || focused === host) return undefined;
  const control = focused.getBoundingClientRect();
  const { left, top, width, height } = host.getBoundingClientRect();
  const covers = (x: number, y: number) => control.right > x && control.left < x + width && control.bottom > y && control.top < y + height;
  if (!covers(left, top)) return undefined;
  const [right, bottom] = [innerWidth - width - edge, innerHeight - height - edge];
  if (!covers(right, bottom)) return 'auto 16px 16px auto';
  if (!covers(right, edge)) return '16px 16px auto auto';
  if (!covers(edge, bottom)) return 'auto auto 16px 16px';
  return covers(edge, edge) ? undefined : '16px auto auto 16px';
}
