// Calls back when a document settles after a change: pages render late, in many small steps.

interface DomSettleOptions extends MutationObserverInit {
  /** Element to watch; the whole document by default. */
  readonly root?: Node;
  /** 500 by default. */
  readonly afterMs?: number;
  /** Unlimited by default. */
  readonly mostTimes?: number;
  /** Whether these changes matter; all do by default. */
  readonly isNews?: (records: readonly MutationRecord[]) => boolean;
}

/**
 * Calls `act` once, `afterMs` after the first of a series of changes, at most `mostTimes`, until
 * `signal` aborts.
 */
export function onDomSettled(
  act: () => void,
  signal: AbortSignal,
  settling: DomSettleOptions = {},
): void {
  const { root = document, afterMs = 500, mostTimes = Infinity, isNews = () => true } = settling;
  let times = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    if (!isNews(records)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
      if (++times >= mostTimes) observer.disconnect();
    }, afterMs);
  });
  observer.observe(root, { childList: true, subtree: true, ...settling });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
