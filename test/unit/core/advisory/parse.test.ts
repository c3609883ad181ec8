import { describe, expect, test } from 'vitest';
import {
  maxAdvisoryBytes,
  parseAdvisory,
  parseAdvisoryValue,
} from '../../../../src/core/advisory/parse.ts';
import { sampleAdvisory } from '../../../cases/advisory/sample-advisory.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseAdvisory(bytesOf(text));
/** The first fault, or null where the document was accepted. */
function fault(text: string) {
  const result = parse(text);
  return result.ok ? null : (result.error[0] ?? null);
}

describe('An advisory document', () => {
  test('is accepted when it fits the schema', () => {
    const result = parse(JSON.stringify(sampleAdvisory()));
    expect(result.ok && result.value.deadlines[0]?.confirmed).toBe(true);
  });

  test('keeps its meaning when it has fields that this version does not know', () => {
    const result = parseAdvisoryValue({ ...sampleAdvisory(), mood: 'calm' });
    expect(result.ok).toBe(true);
  });

  test('drops no source over a word about its evidence that this version does not know', () => {
    const sample = sampleAdvisory();
    const sources = sample.sources.map((source) => ({
      ...source,
      kind: 'oracle',
      reading: 7,
      readAt: '',
    }));
    const result = parseAdvisoryValue({ ...sample, sources });
    expect(result.ok && result.value.sources).toEqual([
      expect.objectContaining({
        id: 'order',
        kind: undefined,
        reading: undefined,
        readAt: undefined,
      }),
    ]);
  });

  test('of another format is refused before anything else is looked at', () => {
    expect(parseAdvisoryValue({ format: 2 })).toEqual({
      ok: false,
      error: [expect.objectContaining({ path: 'format' })],
    });
  });

  test.each([
    ['a missing part', { ban: undefined }, 'ban'],
    ['a date without offset', { issued: '2026-01-10T00:00:00' }, 'issued'],
    ['a date that does not exist', { issued: '2026-13-40T00:00:00Z' }, 'issued'],
    ['a version that is no whole number', { version: 1.5 }, 'version'],
    [
      'a statement without source',
      { questions: [{ id: 'a', question: { en: 'A?' }, answer: { en: 'A.' }, sources: [] }] },
      'questions.0.sources',
    ],
    [
      'a text without English',
      { subject: { name: 'S', description: { de: 'Ein Muster.' } } },
      'subject.description.en',
    ],
    [
      'an address that is not https',
      {
        sources: [
          {
            id: 'a',
            title: 'A',
            publisher: 'A',
            url: 'http://a.example/',
            official: true,
            checked: '2026-01-01',
          },
        ],
      },
      'sources.0.url',
    ],
    [
      'a script as an address',
      {
        sources: [
          {
            id: 'a',
            title: 'A',
            publisher: 'A',
            url: 'javascript:alert(1)',
            official: true,
            checked: '2026-01-01',
          },
        ],
      },
      'sources.0.url',
    ],
    [
      'a watched site with a query',
      { detection: { watchedHosts: ['vendor.example/?a'], noRule: { en: 'None.' }, rules: [] } },
      'detection.watchedHosts.0',
    ],
  ])('with %s is refused with the place', (_, change, path) => {
    const result = parseAdvisoryValue(
      JSON.parse(JSON.stringify({ ...sampleAdvisory(), ...change })),
    );
    expect(result.ok ? [] : result.error.map((one) => one.path)).toContain(path);
  });

  test('is refused above the size limit without being parsed', () => {
    const result = parseAdvisory(new Uint8Array(maxAdvisoryBytes + 1));
    expect(result.ok ? '' : result.error[0]?.message).toContain('bytes');
  });

  test('that is not UTF-8 is refused', () => {
    const result = parseAdvisory(new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(result.ok ? '' : result.error[0]?.message).toBe('is not UTF-8 text');
  });

  test('with a byte order mark, a torn end or no object is refused', () => {
    expect(fault('\uFEFF{}')?.message).toContain('not JSON');
    expect(fault('{"format":1')?.message).toContain('not JSON');
    expect(fault('[]')?.message).toBe('is not a JSON object');
  });

  test('with the same key twice is refused with the place, also when one is written with an escape', () => {
    expect(fault('{"format":1,"ban":{"headline":1,"he\\u0061dline":2}}')).toEqual({
      path: 'ban.headline',
      message: 'stands twice in its object',
    });
    expect(fault('{"a":[{"b":1},{"b":1,"b":1}]}')?.path).toBe('a.1.b');
  });

  test('may hold the same key in neighboring objects, and quotes and braces in its texts', () => {
    expect(fault('{"format":2,"a":{"x":"}{,\\""},"b":{"x":"\\\\"}}')?.path).toBe('format');
  });

  test('that names __proto__ is refused', () => {
    expect(fault('{"format":1,"__proto__":{}}')?.message).toBe('is not allowed as a name');
  });

  test('nested a hundred thousand levels deep is refused, not overflowed', () => {
    expect(fault('['.repeat(100_000) + ']'.repeat(100_000))?.message).toMatch(/nested/);
  });

  test('with thousands of faults reports a bounded list', () => {
    const result = parseAdvisoryValue({
      ...sampleAdvisory(),
      questions: Array.from({ length: 5000 }, () => ({})),
    });
    expect(result.ok ? 0 : result.error.length).toBeLessThanOrEqual(100);
  });
});
