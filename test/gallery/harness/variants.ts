// The ways in which each scene is looked at.
import type { TongueName } from '../page/scene.ts';

export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark' | 'forced-colors';
  readonly tongue: TongueName;
  /** In CSS pixels, where it is not what the screen is made for. */
  readonly width?: number;
  readonly height?: number;
  /** With more room between lines, words and letters, as WCAG 1.4.12 lets people set it. */
  readonly isSpaced?: boolean;
  /** Where the page looks different; elsewhere axe has seen all of it in another look. */
  readonly isJudgedByAxe: boolean;
}

const plain = { theme: 'light', tongue: 'en', isJudgedByAxe: false } as const;

export const looks: readonly Look[] = [
  { ...plain, name: 'light', isJudgedByAxe: true },
  { ...plain, name: 'narrow', width: 320 },
  // 1280 x 1024 at 400 %.
  { ...plain, name: 'zoomed', width: 320, height: 256 },
  { ...plain, name: 'spaced', isSpaced: true },
  { ...plain, name: 'long', tongue: 'stretched' },
  { ...plain, name: 'long-narrow', tongue: 'stretched', width: 320 },
  { ...plain, name: 'spanish', tongue: 'es' },
  { ...plain, name: 'right-to-left', tongue: 'mirrored' },
  { ...plain, name: 'wide', width: 1280, height: 800 },
  { ...plain, name: 'dark', theme: 'dark', isJudgedByAxe: true },
  { ...plain, name: 'forced-colors', theme: 'forced-colors', isJudgedByAxe: true },
];
