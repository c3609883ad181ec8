import { expect, it } from 'vitest';
import { readableHost } from '../../../../src/core/detection/readable-host.ts';

it.each([
  ['xn--mnchen-3ya.example', 'münchen.example'],
  ['www.plain.example', 'www.plain.example'],
  ['xn--!!!.example', 'xn--!!!.example'],
  ['', ''],
])('shows %s as %s', (host, shown) => {
  expect(readableHost(host)).toBe(shown);
});
