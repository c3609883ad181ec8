import { useEffect, useState } from 'preact/hooks';

/** Covers the second half of a double click that opened this page. */
const settlingMs = 500;

/**
 * False for a moment after the page comes to the front, so that a click meant for another page
 * accepts nothing here.
 */
export function useIsReady(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      setReady(false);
      if (document.visibilityState === 'visible')
        timer = setTimeout(() => setReady(true), settlingMs);
    };
    settle();
    document.addEventListener('visibilitychange', settle);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', settle);
    };
  }, []);
  return isReady;
}
