// Interface strings against the code that says them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  behaviorOf,
  labels,
  messageSuffix,
  speakingTiers,
} from '../../src/core/detection/model/labels.ts';

const root = join(import.meta.dirname, '..', '..');
const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');
const manifest = readFileSync(join(root, 'manifest.json'), 'utf8');
const messages = JSON.parse(
  readFileSync(join(root, '_locales/en/messages.json'), 'utf8'),
) as Record<string, { message: string; description?: string }>;
const keys = Object.keys(messages);

/** Keys said whole, and the beginnings of those that are put together (`questionWay_${way}`). */
const literal = new Set([...code.matchAll(/'([a-z][A-Za-z_]*)'/g)].map((match) => match[1]));
const beginnings = [...code.matchAll(/`([a-z][A-Za-z]{3,}_?)\$\{/g)].map((match) => match[1] ?? '');

test('Every string has words and says to translators where it stands', () => {
  expect(
    keys.filter((key) => !messages[key]?.message.trim() || !messages[key].description?.trim()),
  ).toEqual([]);
});

test('Every string is said somewhere', () => {
  const isSaid = (key: string) => {
    const base = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
    return (
      literal.has(key) ||
      literal.has(base) ||
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      manifest.includes(`__MSG_${key}__`)
    );
  };
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('Every key that stands in the code as a whole has its words', () => {
  const said = [...code.matchAll(/\bt\(\s*'([A-Za-z_]+)'/g)].map((match) => match[1] ?? '');
  expect(said.filter((key) => !keys.includes(key))).toEqual([]);
  expect(said.length).toBeGreaterThan(50);
});

test('Every beginning of a key that is put together begins some key', () => {
  const said = [...code.matchAll(/\bt\(\s*`([A-Za-z_]+)\$\{/g)].map((match) => match[1] ?? '');
  expect(said.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
});

test('No screen picks a text’s language itself: the closest one is spoken, and the direction kept', () => {
  const screens = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(?:pages|core[\\/]view)[\\/].*\.tsx?$/.test(file),
  );
  expect(screens.length).toBeGreaterThan(50);
  const own = screens.filter((file) =>
    /\w\[(?:language|locale|spoken)\]|\?\? \w+\.en\b/.test(
      readFileSync(join(root, 'src', file), 'utf8'),
    ),
  );
  expect(own).toEqual([]);
});

test('Strings name no date: those are facts, and facts are in the advisory', () => {
  expect(keys.filter((key) => /\b20\d\d\b/.test(messages[key]?.message ?? ''))).toEqual([]);
});

test('Every label and every tier has its words', () => {
  const wanted = labels.flatMap((label) => {
    const suffix = messageSuffix(label);
    // The advisory's own notice heads a page that has one.
    const titles = behaviorOf(label).hasNotice
      ? []
      : [`popupTitle_${suffix}`, `popupText_${suffix}`];
    return [...titles, `popupVerdict_${suffix}`, `optionsLabel_${suffix}`];
  });
  const tierKeys = speakingTiers.map((tier) => `optionsEffectTier_${tier}`);
  expect([...wanted, ...tierKeys].filter((key) => !keys.includes(key))).toEqual([]);
});

test('Every tier that speaks has its color in the notice', () => {
  const card = readFileSync(join(root, 'src/content/notice/card.css'), 'utf8');
  // The plain card is the notice of the tier `notice`.
  const styled = speakingTiers.filter((tier) => tier !== 'notice');
  expect(styled.filter((tier) => !card.includes(`\n.${tier} {`))).toEqual([]);
});
