import { describe, expect, it } from 'vitest';
import { classifyPage } from '../../../../../src/core/detection/classify-page.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import type { Detection } from '../../../../../src/core/detection/model/rule-schema.ts';

const reason = { en: 'Because.' };

function detection(rules: unknown[], lists: Detection['lists'] = {}): Detection {
  const lookalike = { names: ['kaspersky'], otherNames: [], confusables: {} };
  return {
    watchedHosts: [],
    noRule: { en: 'None.' },
    lists,
    lookalike,
    redirectParameters: [],
    evidence: { verdicts: [], lines: [] },
    rules,
  };
}

const ruleFor = (rules: unknown[], url: string, lists?: Detection['lists']) =>
  classifyPage(compileRules(detection(rules, lists)).index, { url }).rule;

describe('hosts', () => {
  const host = (...hosts: string[]) => [{ id: 'a', label: 'mention', reason, hosts }];

  it.each([
    ['example.com', 'https://example.com/', 'a'],
    ['example.com', 'https://www.example.com/', 'no-rule'],
    ['*.example.com', 'https://example.com/', 'a'],
    ['*.example.com', 'https://a.b.example.com/', 'a'],
    ['*.example.com', 'https://notexample.com/', 'no-rule'],
    ['*.example.com', 'https://example.com.evil.test/', 'no-rule'],
    ['*.example.{tld}', 'https://www.example.co.uk/', 'a'],
    ['*.example.{tld}', 'https://example.de/', 'a'],
    ['*.example.{tld}', 'https://example.com/', 'a'],
    ['*.example.{tld}', 'https://example.com.br/', 'a'],
    ['*.example.{tld}', 'https://example.org/', 'no-rule'],
    ['*.example.{tld}', 'https://example.evil.de/', 'no-rule'],
    ['*.shop.example.{tld}', 'https://shop.example.fr/', 'a'],
    ['*.shop.example.{tld}', 'https://example.fr/', 'no-rule'],
    ['example.{tld}', 'https://www.example.fr/', 'no-rule'],
  ])('%s fits %s: %s', (pattern, url, rule) => {
    expect(ruleFor(host(pattern), url)).toBe(rule);
  });
});

describe('precedence', () => {
  const rules = [
    { id: 'b.below', label: 'mention', reason, hosts: ['*.example.com'] },
    { id: 'a.below', label: 'mention', reason, hosts: ['*.example.com'] },
    { id: 'exact', label: 'mention', reason, hosts: ['www.example.com'] },
    {
      id: 'ranked',
      label: 'mention',
      reason,
      rank: 5,
      hosts: ['*.com.example', '*.example.com'],
      pathHas: ['/special/'],
    },
    { id: 'anywhere', label: 'mention', reason, pathHas: ['/special/'] },
  ];

  it('prefers the rank, then the more specific host, then the id', () => {
    expect(ruleFor(rules, 'https://www.example.com/special')).toBe('ranked');
    expect(ruleFor(rules, 'https://www.example.com/')).toBe('exact');
    expect(ruleFor(rules, 'https://ftp.example.com/')).toBe('a.below');
    expect(ruleFor(rules, 'https://elsewhere.test/special/')).toBe('anywhere');
  });

  it('never depends on the order in the table', () => {
    for (const url of [
      'https://www.example.com/special',
      'https://www.example.com/',
      'https://ftp.example.com/',
      'https://x.test/special/',
    ]) {
      expect(ruleFor([...rules].reverse(), url)).toBe(ruleFor(rules, url));
    }
  });
});

describe('a rule that can’t be compiled', () => {
  const good = { id: 'good', label: 'mention', reason, hosts: ['example.com'] };

  it.each([
    ['no object', 7, 'detection.rules.1'],
    ['an unknown label', { ...good, label: 'evil' }, 'detection.rules.1.label'],
    [
      'a condition of the future',
      { ...good, certificateIs: ['x'] },
      'detection.rules.1.certificateIs',
    ],
    ['a host in capitals', { ...good, hosts: ['Example.com'] }, 'detection.rules.1.hosts.0'],
    ['a glob with many stars', { ...good, path: ['*a*a*a*a*a*a*'] }, 'detection.rules.1.path.0'],
    ['a list that isn’t there', { ...good, hosts: ['@nowhere'] }, 'detection.rules.1'],
    [
      'a list named like a property of every object',
      { ...good, hosts: ['@constructor'] },
      'detection.rules.1',
    ],
    ['no condition in a list', { ...good, hosts: [] }, 'detection.rules.1.hosts'],
  ])('is skipped and reported: %s', (_what, bad, path) => {
    const { index, skipped } = compileRules(
      detection([good, bad, { ...good, id: 'last', hosts: ['last.test'] }]),
    );
    expect(skipped.map((fault) => fault.path)).toEqual([path]);
    expect(classifyPage(index, { url: 'https://example.com/' }).rule).toBe('good');
    expect(classifyPage(index, { url: 'https://last.test/' }).rule).toBe('last');
  });
});

it('takes the entries of a named list', () => {
  const rules = [{ id: 'a', label: 'mention', reason, hosts: ['@shops', 'more.test'] }];
  expect(ruleFor(rules, 'https://two.test/', { shops: ['one.test', 'two.test'] })).toBe('a');
  expect(ruleFor(rules, 'https://more.test/', { shops: ['one.test', 'two.test'] })).toBe('a');
});

it('asks for every condition of a rule', () => {
  const rules = [
    {
      id: 'a',
      label: 'mention',
      reason,
      hosts: ['*.example.com'],
      pathHas: ['/kis/'],
      pathHasNot: ['search'],
      queryHas: ['id='],
    },
  ];
  expect(ruleFor(rules, 'https://example.com/kis?id=1')).toBe('a');
  expect(ruleFor(rules, 'https://example.com/kismet?id=1')).toBe('no-rule');
  expect(ruleFor(rules, 'https://example.com/search/kis?id=1')).toBe('no-rule');
  expect(ruleFor(rules, 'https://example.com/kis')).toBe('no-rule');
});

it('tells the rule, what matched and why', () => {
  const { index } = compileRules(
    detection([{ id: 'a', label: 'mention', reason, hosts: ['example.com'], pathHas: ['x'] }]),
    { id: 'sample', version: 7 },
  );
  const advisory = { id: 'sample', version: 7 };
  expect(classifyPage(index, { url: 'https://example.com/x' })).toEqual({
    label: 'mention',
    rule: 'a',
    matched: 'example.com/x',
    reason,
    advisory,
  });
  expect(classifyPage(index, { url: 'nonsense' })).toEqual({
    label: 'unrelated',
    rule: 'no-rule',
    matched: '',
    reason: { en: 'None.' },
    advisory,
  });
});
