// What the quick way tells must be what the whole way finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../../src/core/detection/matching/address.ts';
import { classifyPage } from '../../../../../src/core/detection/classify-page.ts';
import { decide } from '../../../../../src/core/detection/engine/decide.ts';
import {
  compileRules,
  type RuleIndex,
} from '../../../../../src/core/detection/engine/rule-index.ts';
import type { Detection } from '../../../../../src/core/detection/model/rule-schema.ts';
import { ownCases, packagedDetection } from '../../../../cases/detection-cases.ts';

const packaged = packagedDetection();
const { index } = compileRules(packaged);
index.anywhere('page');
const { glance } = index;
if (!glance) throw new Error('The words of the packaged rules are not indexed.');

/** The verdict without a glance. */
function wholeWay(rules: RuleIndex, url: string, title: string) {
  const {
    host = '',
    isOddHost = false,
    path = '',
    query = '',
    fileName = '',
  } = parseAddress(url) ?? {};
  return decide(
    rules,
    { host, isOddHost, path, query, title, fileName, mime: '', referrer: 'unrelated' },
    'page',
  );
}

const cases = ownCases();
const label = fc.oneof(
  fc.constantFrom(
    'kaspersky',
    'kaspersk1',
    'k4spersky',
    'k45p3r5ky',
    'www',
    'securelist',
    'store',
    'co',
    'com',
    'uk',
    'de',
    'br',
    'xn--',
    'a--b',
    '127',
    '0',
    '',
  ),
  fc.string({ unit: fc.constantFrom(...'kaspery04153-'), maxLength: 12 }),
);
const host = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  fc.domain(),
  fc.constantFrom(...cases.map(({ url }) => url.split('/')[2] ?? '')),
);
const rest = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'kaspery/-_.?&=#%KIS21@~',
      '/kis/',
      'kav',
      '.exe',
      '/download/',
      'id=com.kms.free',
      '%6B',
      'к',
    ),
    maxLength: 30,
  }),
  fc.constantFrom(...cases.map(({ url }) => url.split('/').slice(3).join('/'))),
);
const title = fc.oneof(
  fc.constant(''),
  fc.constantFrom('kaspersky', 'uninstall kaspersky', 'касперский', 'news of the day, 100 %'),
  fc.constantFrom(...cases.map((one) => one.title.toLowerCase())),
);
const scheme = fc.constantFrom(
  'https://',
  'http://',
  'https://',
  'HTTPS://',
  'ftp://',
  'https:/',
  'https://u@',
);

describe('a glance', () => {
  it('passes over nothing that a rule speaks for', () => {
    fc.assert(
      fc.property(
        scheme,
        host,
        fc.constantFrom('/', '', ':8080/', '../'),
        rest,
        title,
        (before, name, separator, after, words) => {
          const url = `${before}${name}${separator}${after}`;
          if (glance.canSkip(url, words)) expect(wholeWay(index, url, words)).toBe(index.silence);
        },
      ),
      { numRuns: 30_000 },
    );
  });

  it('is enough for most addresses that concern nobody', () => {
    const quiet = [
      'https://example.org/',
      'https://www.bbc.co.uk/news/technology',
      'https://zeitung.example.de/2024/11/a-long-story?page=2#top',
      'https://cdn4.example.net/',
    ];
    expect(quiet.filter((url) => !glance.canSkip(url, 'a story'))).toEqual([]);
  });
});

describe('the rules that it must not miss', () => {
  const reason = { en: 'Because.' };
  const ruleOf = (rule: object, url: string, lookalike: Partial<Detection['lookalike']> = {}) =>
    classifyPage(
      compileRules({
        ...packaged,
        lookalike: { ...packaged.lookalike, ...lookalike },
        rules: [{ id: 'a', label: 'mention', reason, ...rule }],
      }).index,
      { url },
    ).rule;

  it.each([
    [
      'a word that the end of the path completes',
      { pathHas: ['ki/'] },
      'https://example.org/x/ki?x=1',
    ],
    ['a word of two letters', { pathHas: ['ki'] }, 'https://example.org/ki'],
    ['a word in capitals in the address', { queryHas: ['kis='] }, 'https://example.org/?KIS=1'],
    ['a word in percent-encoding', { queryHas: ['kis='] }, 'https://example.org/?%6Bis=1'],
    [
      'a file of another name than the path shows',
      { files: ['kis#.exe'] },
      'https://example.org/%6Bis1.exe',
    ],
    ['no word at all', { path: ['*#'] }, 'https://example.org/1'],
    [
      'a family below a country’s second level',
      { hosts: ['*.shop.{tld}'] },
      'https://www.shop.co.uk/',
    ],
    ['a family that is named like a second level', { hosts: ['co.{tld}'] }, 'https://co.uk/'],
    ['the name in digits', { hasLookalikeHost: true }, 'https://k45p3r5ky.example/'],
    ['the name in punycode', { hasLookalikeHost: true }, 'https://xn--kspersky-16g.example/'],
  ])('%s', (_what, rule, url) => {
    expect(ruleOf(rule, url)).toBe('a');
  });

  it('a digit that looks like two letters', () => {
    expect(
      ruleOf({ hasLookalikeHost: true }, 'https://k9persky.example/', { confusables: { 9: 'as' } }),
    ).toBe('a');
  });
});
