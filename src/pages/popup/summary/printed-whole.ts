import { useEffect } from 'preact/hooks';

/** On paper nothing is folded away; afterward all is as it was. */
export function usePrintedWhole(folds: string): void {
  useEffect(() => {
    const opened: HTMLDetailsElement[] = [];
    const unfold = () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(`${folds}:not([open])`)) {
        fold.open = true;
        opened.push(fold);
      }
    };
    const foldAgain = () => {
      for (const fold of opened.splice(0)) fold.open = false;
    };
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', foldAgain);
    return () => {
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', foldAgain);
    };
  }, [folds]);
}
