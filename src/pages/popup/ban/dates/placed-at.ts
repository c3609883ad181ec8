type Side = 'insetInlineStart' | 'marginInlineStart' | 'marginInlineEnd';

/** As a ref: puts the element at that share of the axis, which only a computation knows. */
export function placedAt(
  place: number,
  side: Side = 'insetInlineStart',
): (element: HTMLElement | null) => void {
  return (element) => {
    if (element) element.style[side] = `${(place * 100).toFixed(2)}%`;
  };
}
