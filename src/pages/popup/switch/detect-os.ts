// Which of the removal guides is for this computer. A guess that a person can change.

export type System = 'windows' | 'macos' | 'android' | 'ios' | 'linux';

interface Told {
  readonly platform: string;
  readonly userAgent: string;
  /** Chromium's newer way to say it; not in Firefox, nor in TypeScript's library. */
  readonly userAgentData?: { readonly platform?: string };
}

/** The order counts: Android's user agent says Linux too, and an iPad's may say Macintosh. */
const signs: readonly (readonly [RegExp, System])[] = [
  [/android/i, 'android'],
  [/iphone|ipad|ipod|^ios/i, 'ios'],
  [/win/i, 'windows'],
  [/mac/i, 'macos'],
  [/linux|x11|cros|chrome ?os/i, 'linux'],
];

export function detectOs(told: Told): System | undefined {
  const words = [told.userAgentData?.platform ?? '', told.userAgent, told.platform];
  return words
    .map((text) => signs.find(([sign]) => sign.test(text))?.[1])
    .find((system) => system !== undefined);
}
