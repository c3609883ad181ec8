// Whatever comes in: a verdict goes out, at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyDownload } from '../../../../../src/core/detection/classify-download.ts';
import { classifyLink } from '../../../../../src/core/detection/classify-link.ts';
import { classifyPage } from '../../../../../src/core/detection/classify-page.ts';
import { labels } from '../../../../../src/core/detection/model/labels.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import { ownCases, packagedDetection } from '../../../../cases/detection-cases.ts';
import { quickestMs } from '../../../../cases/quickest.ts';

const detection = packagedDetection();
const { index, skipped } = compileRules(detection);

const known: readonly string[] = labels;
const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom(
    'kaspersky.com',
    'KASPERSKY.de.',
    'xn--80ak6aa92e.com',
    'каsреrsку.com',
    'play.google.com',
    'www.softpedia.com',
    'localhost',
  ),
);
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'ftp://', 'file://', '//', ''),
    fc.string(),
    host,
    fc.nat(70_000),
    fc.string({ unit: 'binary' }),
  )
  .map(([scheme, user, name, port, rest]) => `${scheme}${user}@${name}:${String(port)}/${rest}`);
const anyText = fc.oneof(
  address,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary' }),
  fc.string(),
);

it('compiles every packaged rule', () => {
  expect(skipped).toEqual([]);
});

describe('any input', () => {
  it('gets a known label as a page, without a throw', () => {
    fc.assert(
      fc.property(anyText, anyText, (url, title) => {
        expect(known).toContain(classifyPage(index, { url, title }).label);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gets a known label as a download, without a throw', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (url, finalUrl, referrer, fileName) => {
        expect(known).toContain(
          classifyDownload(index, { url, finalUrl, referrer, fileName }).label,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an input of a megabyte', () => {
  const limitMs = 1;
  const million = 1_000_000;
  const large: [string, string][] = [
    ['a path', `https://example.com/${'kaspersk/'.repeat(million / 9)}`],
    ['a host', `https://${'kaspersk.'.repeat(million / 9)}com/`],
    ['one label', `https://${'kaspersk'.repeat(million / 8)}.com/`],
    ['punycode', `https://xn--${'a9'.repeat(million / 2)}.com/`],
    ['a query', `https://example.com/?${'id=com.kaspersk&'.repeat(million / 16)}`],
    ['percent-encoding', `https://example.com/${'%D0%BA'.repeat(million / 6)}`],
    ['a user name', `https://${'k'.repeat(million)}@example.com/`],
    ['no address', 'kaspersk'.repeat(million / 8)],
    [
      'folders that nearly fit every rule',
      `https://example.com/${'kaspersky-total-security-p1234/id12/kl123-'.repeat(million / 42)}`,
    ],
    [
      'the name in every part of a host',
      `https://${'kaspersky-shop-download.'.repeat(million / 24)}com/kaspersky-plus`,
    ],
    [
      'an IPv6 address with a port and deep folders',
      `http://[2001:db8::1]:8080/${'a/'.repeat(million / 2)}kis21.3.10.391en.exe`,
    ],
    [
      'letters that look alike',
      `https://${'каѕреrѕку'.repeat(20)}.example/${'касперский'.repeat(million / 60)}`,
    ],
    [
      'redirectors in redirectors',
      `https://out.example/?url=${encodeURIComponent(`https://out.example/?u=${encodeURIComponent('https://kaspersky.com/'.repeat(million / 80))}`)}`,
    ],
  ];

  it.each(large)('is judged within a millisecond: %s', (_what, text) => {
    expect(quickestMs(() => classifyPage(index, { url: text, title: text }), limitMs)).toBeLessThan(
      limitMs,
    );
    expect(
      quickestMs(() => classifyDownload(index, { url: '', fileName: text }), limitMs),
    ).toBeLessThan(limitMs);
    expect(
      quickestMs(
        () =>
          classifyDownload(index, { url: text, finalUrl: text, referrer: text, fileName: text }),
        limitMs,
      ),
    ).toBeLessThan(limitMs);
    expect(quickestMs(() => classifyLink(index, text), limitMs)).toBeLessThan(limitMs);
  });

  it('is no slower for whatever else comes', () => {
    fc.assert(
      fc.property(anyText, anyText, (url, title) => {
        expect(quickestMs(() => classifyPage(index, { url, title }), limitMs)).toBeLessThan(
          limitMs,
        );
        expect(quickestMs(() => classifyLink(index, url), limitMs)).toBeLessThan(limitMs);
      }),
      { numRuns: 300 },
    );
  });
});

it('never depends on the order of the rules', () => {
  const cases = ownCases();
  const verdicts = cases.map(({ url, title }) => classifyPage(index, { url, title }).rule);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(detection.rules, { minLength: detection.rules.length }),
      (rules) => {
        const shuffled = compileRules({ ...detection, rules }).index;
        expect(cases.map(({ url, title }) => classifyPage(shuffled, { url, title }).rule)).toEqual(
          verdicts,
        );
      },
    ),
    { numRuns: 20 },
  );
});

it.each([
  ['https://kaspersky.com@evil.example/', 'unrelated'],
  ['https://www.kaspersky.com./', 'vendor-site'],
  ['HTTPS://WWW.KASPERSKY.COM/', 'vendor-site'],
  ['https://www.kaspersky.com:8443/', 'vendor-site'],
  ['https://www.%6Baspersky.com/', 'vendor-site'],
  ['https://kaspersky.com.evil.example/', 'lookalike'],
  ['https://evil.example/kaspersky.com/', 'mention'],
  ['https://[::1]/kaspersky', 'mention'],
  ['https://support.kaspersky.com/%63ommon/uninstall/1464', 'removal-help'],
])('is not fooled by %s', (url, label) => {
  expect(classifyPage(index, { url }).label).toBe(label);
});
