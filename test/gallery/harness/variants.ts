// The ways in which each scene is looked at.
import type { Engine } from '../../harness/browsers/browser.ts';
import type { AxeExtent } from '../page/faults/faults.ts';
import type { LocaleName } from '../page/scene.ts';

export type Theme = 'light' | 'dark' | 'forced-colors';

export interface Look {
  readonly name: string;
  readonly theme: Theme;
  readonly locale: LocaleName;
  /** In CSS pixels, where it is not what the screen is made for. */
  readonly width?: number;
  readonly height?: number;
  /** With more room between lines, words and letters, as WCAG 1.4.12 lets people set it. */
  readonly isSpaced?: boolean;
  /** All of axe where the page looks different; elsewhere another look has shown all of it. */
  readonly axe: AxeExtent;
  /** Where the quick run looks too, with how much of axe where that is less, and at which scenes: each, or one in so many. */
  readonly quick?: { readonly engine: Engine; readonly axe?: AxeExtent; readonly oneIn?: number };
}

const plain = { theme: 'light', locale: 'en', axe: 'none' } as const;

/** 1280 x 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

export const looks: readonly Look[] = [
  { ...plain, name: 'light', axe: 'all', quick: { engine: 'chromium' } },
  { ...plain, name: 'narrow', width: 320 },
  { ...plain, name: 'zoomed', ...zoomed },
  { ...plain, name: 'spaced', isSpaced: true },
  { ...plain, name: 'wide', width: 1280, height: 800 },
  // Only colors differ from the light one.
  {
    ...plain,
    name: 'dark',
    theme: 'dark',
    axe: 'all',
    quick: { engine: 'chromium', axe: 'contrast', oneIn: 3 },
  },
  {
    ...plain,
    name: 'forced-colors',
    theme: 'forced-colors',
    axe: 'all',
  },
  { ...plain, name: 'spanish', locale: 'es' },
  { ...plain, name: 'spanish-narrow', locale: 'es', width: 320 },
  { ...plain, name: 'long', locale: 'stretched' },
  { ...plain, name: 'long-narrow', locale: 'stretched', width: 320 },
  { ...plain, name: 'right-to-left', locale: 'mirrored' },
  // A fault of either shows in both together, and what Spanish has no room for has none here.
  { ...plain, name: 'long-right-to-left', locale: 'stretched-mirrored' },
  {
    ...plain,
    name: 'long-right-to-left-narrow',
    locale: 'stretched-mirrored',
    width: 320,
    quick: { engine: 'chromium', oneIn: 2 },
  },
];

/** The looks of a run in an engine: all of them, or those of the quick run. */
export function looksIn(engine: Engine, isWhole: boolean): readonly Look[] {
  if (isWhole) return looks;
  return looks
    .filter(({ quick }) => quick?.engine === engine)
    .map((look) => ({ ...look, axe: look.quick?.axe ?? look.axe }));
}
