import { expect, it } from 'vitest';
import { fileNameOf, suggestedName } from '../../../../src/core/detection/file-name.ts';

it.each([
  ['https://example.com/a/set%20up.exe?x=/y.zip', 'set up.exe'],
  ['https://example.com/a/%ff.exe', '%ff.exe'],
  ['https://example.com/', ''],
  ['nonsense', ''],
])('names the file of %s %j', (address, name) => {
  expect(fileNameOf(address)).toBe(name);
});

it.each([
  ['set up (1).exe', true],
  ['Установка.exe', true],
  ['', false],
  ['.hidden', false],
  ['../up.exe', false],
  ['a\\b.exe', false],
  ['a:b.exe', false],
  ['a\u0000.exe', false],
  ['a.', false],
])('suggests %j to the browser: %s', (name, isTaken) => {
  expect(suggestedName(name)).toBe(isTaken ? name : undefined);
});
