// Calls back when a document has come to rest after a change: pages draw late, and in many small steps.

export interface DomSettleOptions extends MutationObserverInit {
  /** What is watched; the whole document where nothing is named. */
  readonly root?: Node;
  /** Half a second where nothing is said. */
  readonly afterMs?: number;
  /** Without end where nothing is said. */
  readonly mostTimes?: number;
  /** Whether these changes count. */
  readonly isNews?: (records: readonly MutationRecord[]) => boolean;
}

/** `act` comes once `afterMs` after the first of each row of changes, at most `mostTimes`, until `signal` ends it. */
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
