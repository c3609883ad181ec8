import { boxOf, doMeet } from './boxes.ts';

/** Distance between the notice and the window's edges, in CSS pixels. */
const edge = 16;

/**
 * A corner in which the notice covers none of these, and none covers it: the `inset` for it. Empty
 * where it stands right; undefined where no corner is free.
 */
export function freePlace(host: Element, others: readonly Element[]): string | undefined {
  const boxes = others.map(boxOf);
  const { left, top, width, height } = boxOf(host);
  const [right, bottom] = [innerWidth - width - edge, innerHeight - height - edge];
  const corners = [
    [left, top, ''],
    [right, bottom, 'auto 16px 16px auto'],
    [right, edge, '16px 16px auto auto'],
    [edge, bottom, 'auto auto 16px 16px'],
    [edge, edge, '16px auto auto 16px'],
  ] as const;
  return corners.find(
    ([x, y]) => !boxes.some((box) => doMeet(box, new DOMRect(x, y, width, height))),
  )?.[2];
}
