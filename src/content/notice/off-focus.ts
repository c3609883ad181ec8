import { page } from '../unshadowed.ts';

/** Distance between the notice and the window's edges, in CSS pixels. */
const edge = 16;

/**
 * WCAG 2.4.11: never cover the focused control. Picks a corner where it is free, or keeps the
 * current one.
 */
export function placeOffFocus(host: HTMLElement): string | undefined {
  const { activeElement: focused, body, documentElement } = page;
  if (!focused || [body, documentElement, host].includes(focused as HTMLElement)) return undefined;
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
