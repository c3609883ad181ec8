import { useRef } from 'preact/hooks';

/** Begins a turn, and tells later whether it is still the newest: replies may come in another order than they were asked for. */
export function useNewest(): () => () => boolean {
  const newest = useRef(0);
  return () => {
    const turn = (newest.current += 1);
    return () => turn === newest.current;
  };
}
