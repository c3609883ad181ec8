// What every screen's scenes have in common. Both sides read them: the page to play one, the test
// to list them.
import type { Hand } from './user.ts';

export interface Scene {
  /** The part after the page's address, such as `#ban`. */
  readonly hash?: string;
  /** Acts a person performs before the picture is taken. */
  readonly act?: (hand: Hand) => Promise<void> | void;
  /** The state ends by itself: each look plays the scene anew. */
  readonly isMomentary?: boolean;
}

/** In which scenes are played: English, Spanish, longer than English, mirrored, and both. */
export const localeNames = ['en', 'es', 'stretched', 'mirrored', 'stretched-mirrored'] as const;
export type LocaleName = (typeof localeNames)[number];
