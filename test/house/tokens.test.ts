import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/pages/shared/tokens.css', import.meta.url), 'utf8');
const colors = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'surface-raised'];
const pairs: readonly (readonly [string, string, number])[] = [
  ...[
    ...grounds,
    'surface-pressed',
    'red-ground',
    'amber-ground',
    'blue-ground',
    'green-ground',
  ].map((ground) => ['text', ground, 7] as const),
  ...grounds.map((ground) => ['text-muted', ground, 4.5] as const),
  ...[...grounds, 'amber-ground'].map((ground) => ['link', ground, 4.5] as const),
  ...['red', 'amber', 'blue', 'green'].flatMap(
    (tier) =>
      [
        [tier, `${tier}-ground`, 4.5],
        [tier, 'ground', 4.5],
      ] as const,
  ),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  // What tells a control or the focus from its surroundings.
  ...grounds.flatMap(
    (ground) =>
      [
        ['line-strong', ground, 3],
        ['accent', ground, 3],
      ] as const,
  ),
];

describe.each(['light', 'dark'] as const)('In %s', (scheme) => {
  it.each(pairs)('%s on %s has a contrast of at least %d', (text, ground, least) => {
    const [one, other] = [colors.get(text), colors.get(ground)];
    if (!one || !other) throw new Error(`There is no color ${one ? ground : text}.`);
    expect(contrast(one[scheme], other[scheme])).toBeGreaterThanOrEqual(least);
  });
});
