// Every combination of the three questions, against what the facts say; the expectations know nothing of the table.
import { describe, expect, it } from 'vitest';
import document from '../../../src/data/advisory.json' with { type: 'json' };
import { firstFitting } from '../../../src/core/advisory/applicable.ts';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import type { Text } from '../../../src/core/advisory/text.ts';

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const { applicability, sources } = parsed.value;
const knownSources = new Set(sources.map(({ id }) => id));

const rows = applicability.answers.map((row) => ({ ...row, places: row.places ?? null, roles: row.roles ?? null, products: row.products ?? null }));
const cases = applicability.places.flatMap((place) =>
  applicability.roles.flatMap((role) =>
    applicability.products.map((product) => {
      const situation = { place: place.id, role: role.id, product: product.id };
      return { ...situation, name: `${place.id}, ${role.id}, ${product.id}`, answer: firstFitting(rows, situation) };
    }),
  ),
);
const words = (text: Text | undefined) => text?.en ?? '';
const reached = new Set(['us', 'us-person-abroad', 'visitor']);
const federal = new Set(['federal', 'contractor']);

it('There are three questions with the choices that the ban tells apart', () => {
  expect(applicability.places.map(({ id }) => id)).toEqual(['us', 'us-person-abroad', 'visitor', 'elsewhere']);
  expect(applicability.roles.map(({ id }) => id)).toEqual(['home', 'business', 'seller', 'contractor', 'federal', 'state']);
  expect(applicability.products.map(({ id }) => id)).toEqual(['consumer', 'business-product', 'embedded', 'exempt', 'unsure']);
  expect(cases).toHaveLength(120);
});

describe.each(cases)('$name', ({ place, role, product, answer }) => {
  const isExempt = product === 'exempt';
  const isUser = role === 'home' || role === 'business';

  it('has an answer with sources, and states its limits', () => {
    expect(words(answer?.title)).not.toBe('');
    expect(words(answer?.text)).not.toBe('');
    expect(words(answer?.limits)).not.toBe('');
    expect(answer?.sources.length).toBeGreaterThan(0);
    expect(answer?.sources.filter((id) => !knownSources.has(id))).toEqual([]);
  });

  it('never calls use a crime, nor orders a private removal', () => {
    const said = `${words(answer?.title)} ${words(answer?.text)} ${words(answer?.limits)}`;
    expect(said).not.toMatch(/illegal|unlawful to use|\bcrime|\bmust (?:uninstall|remove|stop)/i);
    if (isUser) expect(answer?.outcome).not.toBe('binds');
  });

  if (federal.has(role)) {
    it('is bound: the federal ban is wider, knows no exception, and holds wherever the work is done', () => {
      expect(answer?.outcome).toBe('binds');
      expect(answer?.sources.some((id) => /^us-(?:ndaa|far)/.test(id))).toBe(true);
    });
  } else if (isExempt && role === 'state' && reached.has(place)) {
    it('is sent to the state’s own rules', () => expect(answer?.outcome).toBe('other-rules'));
  } else if (isExempt) {
    it('is outside the ban', () => {
      expect(answer?.outcome).toBe('not-covered');
      expect(answer?.sources).toContain('us-final-determination');
    });
  } else if (!reached.has(place)) {
    it('is not bound by the U.S. ban', () => expect(answer?.outcome).not.toBe('binds'));
  } else if (role === 'seller') {
    it('may not resell or build it in', () => {
      expect(answer?.outcome).toBe('binds');
      expect(words(answer?.text)).toMatch(/resell/);
    });
  } else if (role === 'state') {
    it('is not bound by the federal measures, but perhaps by its state', () => {
      expect(answer?.outcome).toBe('other-rules');
      expect(answer?.sources).toContain('us-local');
    });
  } else {
    it('is not punished, and gets nothing new', () => {
      expect(['affects', 'unclear']).toContain(answer?.outcome);
      expect(words(answer?.text)).toMatch(/ban (?:does not punish|punishes nobody)/);
      expect(words(answer?.text)).toMatch(/updat/i);
    });
  }
});

it('A company abroad is told of the rules that reach companies', () => {
  const answer = cases.find(({ name }) => name === 'elsewhere, business, business-product')?.answer;
  expect(answer?.outcome).toBe('other-rules');
  expect(words(answer?.text)).toMatch(/Lithuania.*Poland.*Ukraine/);
  expect(words(answer?.text)).not.toMatch(/private people/);
});

it('Whose choice a place is without asking is said once for the ban’s own place and once for all others', () => {
  expect(applicability.places.filter(({ jurisdiction }) => jurisdiction !== undefined).map(({ id }) => id)).toEqual(['us']);
  expect(applicability.places.filter(({ isForOthers }) => isForOthers).map(({ id }) => id)).toEqual(['elsewhere']);
});

it('No choice is longer than the narrowest popup shows of it, in either language', () => {
  const labels = [...applicability.places, ...applicability.roles, ...applicability.products].flatMap(({ label }) => Object.values(label));
  expect(labels.filter(({ length }) => length > 40)).toEqual([]);
});
