import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countrySuffixStart,
  parseAddress,
  subdomainOf,
} from '../../../../../src/core/detection/matching/address.ts';

describe('A long address', () => {
  const long = 'x'.repeat(100_000);
  const { host, fileName } = parseAddress('https://www.kaspersky.com/downloads/kis.exe') ?? {};
  it.each([
    `https://${long}@www.kaspersky.com/downloads/kis.exe`,
    `https://${long}:${long}@www.kaspersky.com/downloads/kis.exe`,
    `https://a@${long}@www.kaspersky.com/downloads/kis.exe`,
    `https://${long}@www.kaspersky.com\\downloads\\kis.exe`,
  ])('keeps its host behind a login: %#', (text) => {
    expect(parseAddress(text)).toMatchObject({ host, fileName });
  });

  it.each([
    [`https://www.kaspersky.com/${long}`, 'www.kaspersky.com'],
    [`https://example.com/?q=https://${long}@www.kaspersky.com/`, 'example.com'],
    [`https://example.com#${long}@www.kaspersky.com/`, 'example.com'],
    [`https://example.com/${long}@www.kaspersky.com/`, 'example.com'],
    [`https://example.com\\${long}@www.kaspersky.com/`, 'example.com'],
  ])('is not taken for what stands behind its host: %#', (text, wanted) => {
    expect(parseAddress(text)?.host).toBe(wanted);
  });
});

describe('A host that is written as a number', () => {
  it.each([
    'http://127.0.0.1/a',
    'http://127.1/a',
    'http://10.010.0x10.1/a',
    'http://site.0x7f/a',
    'http://a.1/a',
    'http://127.0.0.1./a',
  ])('is the one that a browser goes to, or none: %s', (url) => {
    const host = URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
    expect(parseAddress(url)?.host).toBe(host);
  });
});

describe('parseAddress', () => {
  it.each([
    [
      'https://WWW.Example.COM./A/B.EXE?Q=1#f',
      { host: 'www.example.com', path: '/a/b.exe', query: 'q=1', fileName: 'B.EXE' },
    ],
    [
      'https://user:kaspersky.com@evil.example:8443/',
      { host: 'evil.example', path: '/', query: '', fileName: '' },
    ],
    [
      'http://xn--e1awd7f.com/%6B%61v%20x',
      { host: 'xn--e1awd7f.com', path: '/kav x', query: '', fileName: 'kav x' },
    ],
    ['https://[::1]:80/x', { host: '[::1]', path: '/x', query: '', fileName: 'x' }],
    [
      'https://example.com/%E0%A4%A/%zz',
      { host: 'example.com', path: '/%e0%a4%a/%zz', query: '', fileName: '%zz' },
    ],
    [
      'https:\\\\example.com\\a\\b',
      { host: 'example.com', path: '/a/b', query: '', fileName: 'b' },
    ],
  ])('takes %s apart', (url, parts) => {
    expect(parseAddress(url)).toMatchObject(parts);
  });

  it.each([
    '',
    'kaspersky.com',
    'about:blank',
    'file:///c:/kis.exe',
    'javascript:alert(1)',
    'data:text/html,x',
    'chrome://x/',
    'https://',
  ])('finds no web address in %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  // A leading space is dropped by the URL parser, and keeps an address from the quick way.
  const letters = fc.string({
    unit: fc.constantFrom(
      ...'abzA0-_.~/?#%@:;=&+!$\'()*,[]{}|\\^`"<> \tкéß。',
      '..',
      '%2e',
      'xn--',
      '//',
      '/../',
    ),
    maxLength: 24,
  });
  const canonical = fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'https:/', 'HTTPS://'),
      fc.oneof(fc.domain(), letters),
      letters,
    )
    .map(([scheme, host, rest]) => `${scheme}${host}/${rest}`);
  it('takes the quick way only where it ends where the URL parser does', () => {
    fc.assert(
      fc.property(
        fc.oneof(canonical, fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (text) => {
          expect(parseAddress(text)).toEqual(parseAddress(` ${text}`));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('reads the beginning of a very long address', () => {
    expect(parseAddress(`https://example.com/a/${'x'.repeat(1_000_000)}`)).toMatchObject({
      host: 'example.com',
    });
  });
});

it.each([
  ['example.com', '.com'],
  ['example.de', '.de'],
  ['www.example.co.uk', '.co.uk'],
  ['example.com.br', '.com.br'],
  ['co.uk', '.uk'],
  ['example.org', ''],
  ['localhost', ''],
])('finds the country’s domain of %s', (host, suffix) => {
  const start = countrySuffixStart(host);
  expect(start < 0 ? '' : host.slice(start)).toBe(suffix);
});

it.each([
  ['kaspersky-free.en.softonic.com', 'kaspersky-free.en.'],
  ['kaspersky-free.portal.co.uk', 'kaspersky-free.'],
  ['kaspersky-free.co.uk', ''],
  ['a.b.example.org', 'a.b.'],
  ['example.org', ''],
  ['localhost', ''],
])('finds what stands before the registered domain of %s', (host, subdomain) => {
  expect(subdomainOf(host)).toBe(subdomain);
});
