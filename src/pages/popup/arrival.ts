// Where a search hit leads: the part shows what holds it, then it is opened, brought into sight and focused.
import { useEffect } from 'preact/hooks';
import { usePopup } from './context.ts';

/** `reveal` undoes what would keep the element with that id from being shown, such as a filter. */
export function useArrival(reveal?: (anchor: string) => void): void {
  const { target } = usePopup();
  useEffect(() => {
    if (!target) return undefined;
    reveal?.(target.anchor);
    const frame = requestAnimationFrame(() => arrive(target.anchor));
    return () => cancelAnimationFrame(frame);
    // Only a new target moves the reader; `reveal` is another function each time.
  }, [target]);
}

function arrive(anchor: string): void {
  const element = document.getElementById(anchor);
  if (!element) return;
  for (
    let fold = element.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true;
  element.tabIndex = -1;
  element.classList.add('arrived');
  element.addEventListener('blur', () => element.classList.remove('arrived'), { once: true });
  element.focus({ preventScroll: true });
  // What is as tall as the window is read from its top, which must not lie under the tabs.
  const tabs = document.querySelector('[role=tablist]')?.getBoundingClientRect().height ?? 0;
  element.style.scrollMarginTop = `${String(tabs + 8)}px`;
  element.scrollIntoView({
    block: element.getBoundingClientRect().height > (innerHeight - tabs) / 2 ? 'start' : 'center',
  });
}
