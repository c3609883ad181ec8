import { useRef } from 'preact/hooks';

/**
 * Starts a turn and returns a check whether it is still the newest, because replies may arrive out
 * of order.
 */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  return () => {
    const turn = (newest.current += 1);
    return () => turn === newest.current;
  };
}
