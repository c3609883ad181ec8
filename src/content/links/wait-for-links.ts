// A frame below the top one stays idle while it holds no link.
import { onDomSettled } from '../on-dom-settled.ts';
import { page } from '../unshadowed.ts';

/** Calls back once, when the document holds a link, unless `signal` ends it before. */
export function waitForLinks(found: () => void, signal: AbortSignal): void {
  const sought = new AbortController();
  const whileSought = AbortSignal.any([signal, sought.signal]);
  const look = () => {
    if (whileSought.aborted || !page.querySelector('a[*|href]')) return;
    sought.abort();
    found();
  };
  onDomSettled(look, whileSought, { afterMs: 250 });
  look();
}
