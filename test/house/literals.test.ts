// The look is said once, in tokens.css: elsewhere no color, size of words, weight, radius, duration, nor a space that has a name.
// The sheets in src/content go into other people's pages: each has its own few bytes, and no tokens.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
const sheets = files.filter(
  (file) =>
    file.endsWith('.css') &&
    file !== join('pages', 'shared', 'tokens.css') &&
    !file.startsWith('content'),
);
const withoutRemarks = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** Each declaration as file, property and value. */
const declarations = sheets.flatMap((file) =>
  [
    ...withoutRemarks(readFileSync(join(root, file), 'utf8')).matchAll(
      /(?:^|[;{}])\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g,
    ),
  ].map(([, property = '', value = '']) => ({ file, property, value: value.trim() })),
);
const names =
  'black|white|red|green|blue|gray|gray|silver|yellow|orange|purple|navy|maroon|teal|lime|aqua|fuchsia|olive|pink|brown|gold|crimson';
const systems =
  'Canvas|CanvasText|ButtonText|ButtonFace|ButtonBorder|LinkText|VisitedText|ActiveText|Highlight|HighlightText|Field|FieldText|GrayText|Mark|MarkText|SelectedItem|SelectedItemText|AccentColor|AccentColorText';
const color = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\\(|(?<![\\w-])(?:${names}|${systems})(?![\\w-])`,
  'i',
);
const named = /(?<![\w.-])(?:4|8|12|16|24|32|48)px/;

const rules: readonly (readonly [
  what: string,
  isOf: RegExp,
  isLiteral: (value: string) => boolean,
])[] = [
  ['color', /./, (value) => color.test(value)],
  [
    'size of words',
    /^font(-size)?$/,
    (value) =>
      /\d|\b(?:small|medium|large|smaller|larger)\b/.test(value.replaceAll(/var\([^)]*\)/g, '')),
  ],
  ['weight', /^font-weight$/, (value) => !/^(var\(--weight-\w+\)|inherit)$/.test(value)],
  [
    'radius',
    /^border(-\w+)*-radius$/,
    (value) => /[1-9]/.test(value.replaceAll(/var\([^)]*\)/g, '')),
  ],
  ['duration', /^(transition|animation)(-\w+)*$/, (value) => /\d(ms|s)\b/.test(value)],
  ['space that has a name', /^(margin|padding)|gap$/, (value) => named.test(value)],
];

describe('Outside the tokens', () => {
  it.each(rules)('stands no literal %s', (_what, isOf, isLiteral) => {
    expect(
      declarations.filter(({ property, value }) => isOf.test(property) && isLiteral(value)),
    ).toEqual([]);
  });

  it('stand the declarations that this test reads', () => {
    expect(sheets.length).toBeGreaterThan(10);
    expect(declarations.length).toBeGreaterThan(500);
    expect(declarations.filter(({ property }) => property === 'font-size').length).toBeGreaterThan(
      30,
    );
  });

  it('stands no style in what draws pages, nor a color of a drawing', () => {
    const drawn = files
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
    expect(
      drawn
        .filter(([, code]) =>
          /\bstyle=|<style\b|\b(?:fill|stroke)="(?!none|currentColor)/.test(code),
        )
        .map(([file]) => file),
    ).toEqual([]);
    const pages = files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
    expect(
      pages.filter(([, code]) => /\bstyle=|<style\b/.test(code)).map(([file]) => file),
    ).toEqual([]);
  });

  it('each token that is used exists, and each that exists is used', () => {
    const tokens = withoutRemarks(readFileSync(join(root, 'pages/shared/tokens.css'), 'utf8'));
    const known = new Set([...tokens.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name));
    const used = new Set(
      [tokens, ...declarations.map(({ value }) => value)].flatMap((text) =>
        [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name),
      ),
    );
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !used.has(name))).toEqual([]);
  });
});
