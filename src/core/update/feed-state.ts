// Check history of a feed, stored apart from its document: last check, its outcome, next check.
import type { Checked } from './check-feed.ts';
import type { FeedState } from './stored/feed-state-schema.ts';
import { afterFailureMs, afterSuccessMs, nextCheckAt, type Chance } from './schedule.ts';

/** State of the feed at this address. */
export function feedStateAt(address: string, stored: FeedState | null): FeedState {
  if (stored?.address === address) return stored;
  return {
    address,
    checkedAt: null,
    verifiedAt: null,
    copy: null,
    failures: 0,
    refusal: null,
    nextCheckAt: null,
  };
}

/**
 * Called at the start of a session. Adds chance so that computers that start together don't ask
 * together.
 */
export function scheduled(
  state: FeedState,
  now: number,
  chance: Chance,
  prompt: boolean,
): FeedState {
  return { ...state, nextCheckAt: nextCheckAt(state.nextCheckAt, now, chance, prompt) };
}

/**
 * Called before a check. If the browser crashes during it, the next one is scheduled as after a
 * failure.
 */
export function begun(state: FeedState, now: number, chance: Chance): FeedState {
  return { ...state, nextCheckAt: now + afterFailureMs(state.failures + 1, 0, chance) };
}

export function afterCheck(
  state: FeedState,
  { copy, refusal, retryAfterMs }: Checked<unknown>,
  now: number,
  chance: Chance,
): FeedState {
  const checkedAt = new Date(now).toISOString();
  if (copy) {
    return {
      ...state,
      checkedAt,
      verifiedAt: checkedAt,
      copy: { ...copy, signedBy: [...copy.signedBy] },
      failures: 0,
      refusal: null,
      nextCheckAt: now + afterSuccessMs(chance),
    };
  }
  const failures = state.failures + 1;
  return {
    ...state,
    checkedAt,
    failures,
    refusal,
    nextCheckAt: now + afterFailureMs(failures, retryAfterMs, chance),
  };
}
