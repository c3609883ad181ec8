// What a person sees of an element of ours. Only what is in the top layer after us can lie over us.
import { page } from '../unshadowed.ts';
import { boxOf, doMeet } from './boxes.ts';

/** The element that is hit in the middle of this box; null where that is outside the window. */
function topmostOver({ x, y, width, height }: DOMRect): Element | null {
  return page.elementFromPoint(x + width / 2, y + height / 2);
}

/**
 * Whether all but one element of the page can't be pressed: a modal dialog is open, something
 * fills the screen, or the page made itself inert.
 */
export function isDead(): boolean {
  return page.querySelector(':modal,:fullscreen,:root[inert]') !== null;
}

/**
 * Whether a person can see it: it has a size, is not transparent or shrunk, and its middle is not
 * another element's.
 */
export function isSeen(host: HTMLElement, content: HTMLElement): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const { currentCSSZoom: zoom = 1 } = host as { currentCSSZoom?: number };
  if (!content.checkVisibility(options) || zoom < 0.7 || page.documentElement.ariaHidden)
    return false;
  const box = boxOf(content);
  return (
    box.width >= Math.min(240, innerWidth / 2) && box.height >= 60 && topmostOver(box) === host
  );
}

/**
 * Other elements in the top layer that may cover this one, whether or not they can be clicked. A
 * backdrop covers everything.
 */
export function coversOver(host: Element): Element[] {
  const box = boxOf(host);
  return [...page.querySelectorAll(':popover-open')].filter((other) => {
    if (other === host) return false;
    const { backgroundColor, backgroundImage } = getComputedStyle(other, '::backdrop');
    return (
      doMeet(boxOf(other), box) ||
      backgroundColor !== 'rgba(0, 0, 0, 0)' ||
      backgroundImage !== 'none'
    );
  });
}
