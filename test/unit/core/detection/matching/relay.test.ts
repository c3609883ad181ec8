import { expect, it } from 'vitest';
import { classifyAddress } from '../../../../../src/core/detection/classify-address.ts';
import { hostBehindRelay } from '../../../../../src/core/detection/matching/relay.ts';
import { packagedIndex } from '../../../../cases/detection-cases.ts';

it.each([
  ['www.kaspersky.com.mcas.ms', 'www.kaspersky.com'],
  ['www-kaspersky-com.translate.goog', 'www.kaspersky.com'],
  ['my--shop-example.translate.goog', 'my-shop.example'],
  ['www-kaspersky-com.cdn.ampproject.org', 'www.kaspersky.com'],
  ['mcas.ms', null],
  ['portal.mcas.ms', null],
  ['www.kaspersky.com.mcas.ms.example.net', null],
  ['www.kaspersky.com.ezproxy.example.com', null],
  ['www.kaspersky.com.evil.edu', null],
  ['www.kaspersky.com', null],
])('%s stands for %s', (host, behind) => {
  expect(hostBehindRelay(host)).toBe(behind);
});

const index = packagedIndex();

it.each([
  'https://www.kaspersky.com.mcas.ms/',
  'https://www-kaspersky-com.translate.goog/?_x_tr_sl=en',
])('judges %s as the site behind it, and says that it is a relay', (url) => {
  const own = classifyAddress(index, { url: 'https://www.kaspersky.com/' });
  const relayed = classifyAddress(index, { url });
  expect(relayed.label).toBe(own.label);
  expect(relayed.reason.en).toMatch(/relay/);
  expect(relayed.reason['es']).toMatch(/intermediario/);
});

it('goes on calling a host that only looks like a relay a look-alike', () => {
  for (const url of [
    'https://www.kaspersky.com.mcas.ms.example.net/',
    'https://www.kaspersky.com.ezproxy.example.com/',
  ])
    expect(classifyAddress(index, { url }).label).toBe('lookalike');
});
