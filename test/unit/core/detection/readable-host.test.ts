import { expect, it } from 'vitest';
import { readableHost, shownHost } from '../../../../src/core/detection/readable-host.ts';

it.each([
  ['xn--mnchen-3ya.example', 'münchen.example'],
  ['www.plain.example', 'www.plain.example'],
  ['xn--!!!.example', 'xn--!!!.example'],
  ['', ''],
])('shows %s as %s', (host, shown) => {
  expect(readableHost(host)).toBe(shown);
});

it.each([
  ['xn--80ak6aa92e.com', true, 'xn--80ak6aa92e.com (аррӏе.com)'],
  ['xn--mnchen-3ya.example', false, 'münchen.example'],
  ['xn--kspersky-16g.com', false, 'xn--kspersky-16g.com (kаspersky.com)'],
  ['kasperski.com', true, 'kasperski.com'],
] as const)('shows %s, suspect %s, as %s', (host, isSuspect, shown) => {
  expect(shownHost(host, isSuspect)).toBe(shown);
});
