// Where the notice stands: a closed shadow root in the top layer, kept there against the page, within a budget.
import { complain, isConnected } from '../platform/content/worker-client.ts';
import { addStyle } from './element.ts';
import noticeStyle from './notice.css?inline';

/** Nothing of the page's styles gets in: all is as if there were none but these, each of which is set on the element itself, as important. */
const hostStyle = [
  'all:initial',
  // No words stand in the host itself, and those below it have their own; who looks for fixed spacing (WCAG 1.4.12) finds enough.
  'letter-spacing:.12em',
  'word-spacing:.16em',
  'position:fixed',
  'inset:auto 16px 16px auto',
  'width:min(420px,100vw - 32px)',
  'display:block',
];

/** Between the notice and the window's edges, in CSS pixels. */
const edge = 16;

/** How often a page may take the notice away before we stop fighting and say it elsewhere. */
const restoreBudget = 20;
const lookEveryMs = 250;
/** Looked at this long in a row without a fault, the budget is full again: a page that redraws itself is no attacker. */
const calmLooks = 40;

/** Shows `content`; returns what takes it away again. `gaveUp` is called once, when the page keeps hiding it. */
export function showInTopLayer(content: HTMLElement, gaveUp: () => void): () => void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, noticeStyle);
  root.append(content);
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
    // Beside the body: a page can hide that with one declaration.
    const { documentElement } = document;
    change(host.parentNode !== documentElement, () => documentElement.append(host));
    change(host.style.cssText !== expected, () => (host.style.cssText = expected));
    for (const name of ['hidden', 'inert', 'class', 'slot'])
      change(host.hasAttribute(name), () => host.removeAttribute(name));
    change(host.popover !== 'manual', () => (host.popover = 'manual'));
    change(!host.matches(':popover-open'), () => host.showPopover());
    return isChanged;
  };

  host.style.cssText = hostStyle.map((line) => `${line}!important`).join(';');
  // Of a version that is gone: Firefox ends its scripts, and leaves what they drew.
  for (const old of document.querySelectorAll(':root>[popover][style*="spacing: 0.12em"]'))
    old.remove();
  // As the browser writes it back, which is what later looks compare with.
  let expected = host.style.cssText;
  restore();

  const moveFromFocus = () => {
    const inset = placeOffFocus(host);
    if (!inset) return;
    // Never from what stands there now: that may be the page's writing.
    host.style.cssText = expected;
    host.style.setProperty('inset', inset, 'important');
    expected = host.style.cssText;
  };
  const giveUp = () => {
    stop();
    gaveUp();
  };
  const lookAgain = () => {
    try {
      // Under a modal dialog everything else is inert and can't be asked for its place.
      if (restore() || (!document.querySelector(':modal') && !isSeen(host, content))) {
        calm = 0;
        if (--budget <= 0) giveUp();
      } else if (++calm >= calmLooks) {
        calm = 0;
        budget = restoreBudget;
      }
    } catch (cause) {
      // A page may have taken the methods' ground away (no document element); the badge says it then.
      giveUp();
      complain(cause);
    }
  };
  let below: Element | null = null;
  /** Another top-layer element opened over us: shown again, we are above it. Once for each, or two would leap over each other for ever. */
  const raise = () => {
    const top = topmostOver(host.getBoundingClientRect());
    if (!top || top === host || top === below || !host.matches(':popover-open')) return;
    below = top;
    host.hidePopover();
    host.showPopover();
  };
  const observer = new MutationObserver(() => {
    if (!host.isConnected || host.hasAttribute('hidden')) lookAgain();
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true });
  const timer = setInterval(() => {
    // Chromium lets the scripts of a version that is gone live on; nobody answers what they ask.
    if (!isConnected()) return remove();
    if (document.hidden) return;
    lookAgain();
    raise();
    moveFromFocus();
  }, lookEveryMs);
  document.addEventListener('focusin', moveFromFocus, true);
  moveFromFocus();

  const stop = () => {
    clearInterval(timer);
    observer.disconnect();
    document.removeEventListener('focusin', moveFromFocus, true);
  };
  const remove = () => {
    stop();
    host.remove();
  };
  return remove;
}

/** The page's element that a person sees in the middle of this box; null where that is outside the window. */
function topmostOver({ x, y, width, height }: DOMRect): Element | null {
  return document.elementFromPoint(x + width / 2, y + height / 2);
}

/** Whether a person can see it: it has a size, is not transparent, and its middle is not another element's. */
function isSeen(host: HTMLElement, content: HTMLElement): boolean {
  if (
    !content.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    })
  )
    return false;
  const box = content.getBoundingClientRect();
  return box.width >= 100 && box.height >= 20 && topmostOver(box) === host;
}

/** WCAG 2.4.11: a control that has the focus is never covered. The corner where it is free, unless the notice is in one already. */
function placeOffFocus(host: HTMLElement): string | undefined {
  const focused = document.activeElement;
  if (!focused || [document.body, document.documentElement, host].includes(focused as HTMLElement))
    return undefined;
  const control = focused.getBoundingClientRect();
  const { left, top, width, height } = host.getBoundingClientRect();
  const isFree = (x: number, y: number) =>
    control.right <= x ||
    control.left >= x + width ||
    control.bottom <= y ||
    control.top >= y + height;
  if (isFree(left, top)) return undefined;
  const [right, bottom] = [innerWidth - width - edge, innerHeight - height - edge];
  if (isFree(right, bottom)) return 'auto 16px 16px auto';
  if (isFree(right, edge)) return '16px 16px auto auto';
  if (isFree(edge, bottom)) return 'auto auto 16px 16px';
  return isFree(edge, edge) ? '16px auto auto 16px' : undefined;
}
