// A misspelled ARIA attribute is no error anywhere: it just names nothing, and a screen reader says nothing.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const isKnown = (
  axe as unknown as { commons: { aria: { validateAttr: (name: string) => boolean } } }
).commons.aria.validateAttr;

function ariaNames(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const code = files
    .filter((file) => /\.(?:tsx?|html|css)$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
  return [...new Set(code.flatMap((text) => text.match(/\baria-[a-z]+\b/g) ?? []))];
}

test('Every ARIA attribute in the pages is one that exists', () => {
  const names = ariaNames('src');
  expect(names).toContain('aria-labelledby');
  expect(names.filter((name) => !isKnown(name))).toEqual([]);
});

test('A misspelled one is known as such', () => {
  expect(isKnown('aria-labeledby')).toBe(false);
});
