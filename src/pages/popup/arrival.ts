// Where a search hit leads: the part shows what holds it, then it is opened, brought into sight and
// focused.
import { useEffect } from 'preact/hooks';
import { usePopup } from './context.ts';

/** In frames: what is revealed may have to be asked of the worker first. */
const longestWait = 120;

/** Signs of a reader who has gone on and must not be pulled back. */
const acts = ['keydown', 'pointerdown', 'wheel'];

/** `reveal` undoes what would keep the element with that id from being shown, such as a filter. */
export function useArrival(reveal?: (anchor: string) => void): void {
  const { target } = usePopup();
  useEffect(() => {
    if (!target) return undefined;
    reveal?.(target.anchor);
    let frame = 0;
    let hasGoneOn = false;
    const goOn = () => {
      hasGoneOn = true;
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      for (const act of acts) removeEventListener(act, goOn, true);
    };
    const next = (left: number) => {
      frame = requestAnimationFrame(() => {
        const element = document.getElementById(target.anchor);
        if (!element && left > 0) {
          next(left - 1);
          return;
        }
        stop();
        if (element && hasGoneOn) unfold(element);
        else if (element) arriveAt(element);
      });
    };
    for (const act of acts) addEventListener(act, goOn, true);
    next(longestWait);
    return stop;
    // Only a new target moves the reader; `reveal` is another function each time.
  }, [target]);
}

/** Leads there at once, if it is there. */
export function arrive(anchor: string): void {
  const element = document.getElementById(anchor);
  if (element) arriveAt(element);
}

function unfold(element: HTMLElement): void {
  for (
    let fold = element.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true;
}

function arriveAt(element: HTMLElement): void {
  unfold(element);
  // Browsers skip all that a fold holds when they go through a page whose fold itself has a
  // tabindex.
  const spot = element instanceof HTMLDetailsElement ? element.querySelector('summary') : element;
  if (!spot) return;
  if (spot === element) element.tabIndex = -1;
  spot.classList.add('arrived');
  spot.addEventListener('blur', () => spot.classList.remove('arrived'), { once: true });
  spot.focus({ preventScroll: true });
  // An element as tall as the window is read from its top, which must not be under the tabs.
  const tabs = document.querySelector('[role=tablist]')?.getBoundingClientRect().height ?? 0;
  element.style.scrollMarginTop = `${String(tabs + 8)}px`;
  element.scrollIntoView({
    block: element.getBoundingClientRect().height > (innerHeight - tabs) / 2 ? 'start' : 'center',
  });
}
