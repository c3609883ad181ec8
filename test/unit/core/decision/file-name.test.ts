import { expect, it } from 'vitest';
import { fileNameOf } from '../../../../src/core/decision/file-name.ts';

it.each([
  ['https://example.com/a/set%20up.exe?x=/y.zip', 'set up.exe'],
  ['https://example.com/a/%ff.exe', '%ff.exe'],
  ['https://example.com/', ''],
  ['nonsense', ''],
])('names the file of %s %j', (address, name) => {
  expect(fileNameOf(address)).toBe(name);
});
