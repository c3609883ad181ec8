// A subframe stays idle until it has a link.
import { onDomSettled } from '../on-dom-settled.ts';
import { page } from '../unshadowed.ts';

/** Calls back once the document has a link, unless `signal` aborts first. */
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
