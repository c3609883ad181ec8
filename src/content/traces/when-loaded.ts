/** Calls back once the page and what belongs to it are loaded, or at once where they are. */
export function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act();
  else addEventListener('load', () => setTimeout(act), { once: true });
}

/** The address under which the document was loaded, whatever the page made of it since. */
export function loadedAddress(): string {
  return performance.getEntriesByType('navigation')[0]?.name ?? location.href;
}
