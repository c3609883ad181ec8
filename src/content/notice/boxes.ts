// Places on the screen.
export const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

export const doMeet = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top;
