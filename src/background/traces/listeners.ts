// What the first turn listens to of traces. Apart from judging them, which few starts do.
import { onPageRequest, type PageRequest } from '../../platform/worker/web/page-requests.ts';

let heard: ReadonlySet<string> = new Set();

export function hearRequests(
  patterns: readonly string[],
  listener: (request: PageRequest) => void,
): void {
  const fresh = patterns.filter((pattern) => !heard.has(pattern));
  heard = new Set([...heard, ...fresh]);
  onPageRequest(fresh, listener);
}

let onChange = (): void => undefined;

/** Called after each change of what was seen. */
export function whenTracesChange(listener: () => void): void {
  onChange = listener;
}

export function tellTracesChanged(): void {
  onChange();
}
