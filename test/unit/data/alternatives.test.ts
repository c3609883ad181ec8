// What the list of alternatives may state of a product, and how old a test of its vendor may be.
import { describe, expect, test } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const {
  alternatives: { criteria, products },
  sources,
  expires,
} = parsed.value;

const product = (id: string) => {
  const found = products.find((one) => one.id === id);
  if (!found) throw new Error(`No product ${id}.`);
  return found;
};
const wordsOf = (id: string, language: 'en' | 'es') =>
  [...product(id).facts, ...product(id).cautions].map(({ text }) => text[language]).join(' ');

const windowMonths = 24;
const labs = /AV-Comparatives|AV-TEST|AVLab|MITRE/;
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** The month of the newest test that a fact names, counted from year 0; a year by itself ends with December. */
function monthOfTest(fact: string): number {
  const dated = [...fact.matchAll(/(?:\b([A-Z][a-z]+) )?\b(20\d\d)\b/g)].map(
    ([, name = '', year]) => {
      const month = months.indexOf(name);
      return Number(year) * 12 + (month === -1 ? 11 : month);
    },
  );
  return Math.max(...dated);
}

const lastMonth = Number(expires.slice(0, 4)) * 12 + Number(expires.slice(5, 7)) - 1;
const isInWindow = (fact: string) => monthOfTest(fact) >= lastMonth - windowMonths;

/** Protection that comes with a system is listed for being there. */
const builtIn = ['apple-xprotect', 'google-play-protect'];
const protective = [
  'home',
  'built-in',
  'mobile',
  'one-time',
  'small-business',
  'enterprise',
  'mail',
  'servers',
  'industrial',
];
const vendors = products.filter(
  ({ id, needs }) => !builtIn.includes(id) && needs.some((need) => protective.includes(need)),
);

describe('One window for tests, the same for everyone', () => {
  test('It is counted back from the day on which the document expires', () => {
    expect(isInWindow('MITRE: took part in Enterprise 2025 (December 2025).')).toBe(true);
    expect(isInWindow('MITRE: took part in 2024 (December 2024).')).toBe(false);
    expect(isInWindow('AV-Comparatives: in the test of October 2024.')).toBe(false);
  });

  test.each(vendors.map(({ id }) => [id]))('%s has a test of a lab within it', (id) => {
    const tests = product(id).facts.filter(
      ({ text, confirmed }) => confirmed && labs.test(text.en),
    );
    expect(tests.some(({ text }) => isInWindow(text.en))).toBe(true);
  });

  test('The comparison says of each product whether a lab tested it', () => {
    const wrong = products.filter(
      ({ isTested = false, facts }) => isTested !== facts.some(({ text }) => labs.test(text.en)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('No older test of a lab is shown as a fact', () => {
    const old = products.flatMap(({ id, facts }) =>
      facts
        .filter(({ text }) => labs.test(text.en) && !isInWindow(text.en))
        .map(({ text }) => `${id}: ${text.en}`),
    );
    expect(old).toEqual([]);
  });

  test('The criterion names the window in months', () => {
    const tested = criteria.find(({ id }) => id === 'tested');
    expect(tested?.text.en).toMatch(new RegExp(`within ${String(windowMonths)} months`));
    expect(tested?.text.es).toMatch(new RegExp(`plazo de ${String(windowMonths)} meses`));
  });
});

test('What no source told is left out, not marked as unverified', () => {
  expect(products.filter(({ unverified }) => unverified.length > 0).map(({ id }) => id)).toEqual(
    [],
  );
});

test('Each fact about a product rests on a source that was read', () => {
  const unread = new Set(sources.filter(({ isUnread }) => isUnread).map(({ id }) => id));
  const open = products.flatMap(({ id, facts, cautions, sources: own }) => [
    ...[...facts, ...cautions]
      .filter(({ confirmed, sources: ids }) => !confirmed || ids.every((one) => unread.has(one)))
      .map((statement) => `${id}: ${statement.id}`),
    ...own.filter((one) => unread.has(one)).map((one) => `${id}: ${one}`),
  ]);
  expect(open).toEqual([]);
  expect(products.filter(({ facts }) => facts.length === 0)).toEqual([]);
});

test('A link leads to the product, not to the front page of a large company', () => {
  const large = ['apple.com', 'microsoft.com', 'google.com', 'gendigital.com', 'mozilla.org'];
  const fronts = products.filter(({ site }) => {
    const { hostname, pathname } = new URL(site);
    return pathname === '/' && large.includes(hostname.replace(/^www\./, ''));
  });
  expect(fronts.map(({ site }) => site)).toEqual([]);
  expect(products.filter(({ site }) => site.includes('developers.google.com'))).toEqual([]);
});

describe('Facts are about the use for which a product is listed', () => {
  test('The antivirus in Windows is not held against an evaluation for business', () => {
    expect(wordsOf('microsoft', 'en')).not.toMatch(/MITRE/);
    expect(wordsOf('microsoft', 'es')).not.toMatch(/MITRE/);
    expect(product('microsoft').needs).not.toContain('children');
    expect(wordsOf('microsoft', 'en')).toMatch(/needs a Microsoft 365 subscription/);
    expect(wordsOf('microsoft', 'es')).toMatch(/exige una suscripción a Microsoft 365/);
  });

  test('Parental control of Microsoft is a product of its own', () => {
    expect(product('microsoft-family-safety').needs).toEqual(['children']);
  });

  test('A test for business names business, where the product is for the home too', () => {
    const both = products.filter(({ needs }) => needs.includes('home'));
    const unsaid = both.flatMap(({ id, facts }) =>
      facts
        .filter(({ text }) => text.en.includes('MITRE') && !text.en.includes('for business'))
        .map(() => id),
    );
    expect(unsaid).toEqual([]);
  });

  test('A VPN on another one’s servers is not called a second network', () => {
    expect(wordsOf('mozilla-vpn', 'en')).toMatch(/not a second network/);
    expect(wordsOf('mozilla-vpn', 'es')).toMatch(/no es una segunda red/);
  });

  test('ESET has something free: its Android app', () => {
    expect(product('eset').price).toBe('both');
  });
});

test('Who is asked for by name and is not listed is named with the reason', () => {
  const text = (id: string, language: 'en' | 'es') =>
    criteria.find((one) => one.id === id)?.text[language] ?? '';
  for (const language of ['en', 'es'] as const) {
    for (const name of ['Cisco', 'SentinelOne', 'Webroot', 'Emsisoft', 'UltraAV'])
      expect(text('left-out', language)).toContain(name);
    for (const name of ['Elastic', 'Fortinet', 'Huntress', 'Keeper', 'NordPass', 'NordVPN'])
      expect(text('not-looked-at', language)).toContain(name);
    expect(text('no-engine', language)).toContain('Dr.Web');
  }
});
