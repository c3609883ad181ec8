import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsAny, MultiSearch } from '../../../../../src/core/detection/matching/multi-search.ts';
import { partBits } from '../../../../../src/core/detection/matching/part.ts';

const text = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom('a', 'b', 'k', '/', '-', 'é', '下', '载'),
    minLength: 1,
    maxLength,
  });

it('finds the words that the text holds, whatever they begin with, and no other', () => {
  fc.assert(
    fc.property(fc.array(text(5), { maxLength: 30 }), text(20), (words, path) => {
      const scanner = new MultiSearch();
      const ids = words.map((word) => (scanner.idOf(word, 'folders'), scanner.idOf(word, 'query')));
      const held = (place: string) =>
        [...new Set(ids.filter((_, index) => place.includes(words[index] ?? '')))].sort();
      const found = scanner.find(path, partBits.query);
      expect([...found].sort()).toEqual(held(path));
      for (const word of words)
        expect(holdsAny(found, scanner.add([word], 'query'))).toBe(path.includes(word));
      expect([...scanner.find(path, partBits.folders)].sort()).toEqual(
        held(path.endsWith('/') ? path : `${path}/`),
      );
    }),
    { numRuns: 5_000 },
  );
});

it('finds words that were added after a search', () => {
  const scanner = new MultiSearch();
  scanner.add(['kav'], 'host');
  expect(scanner.find('kaspersky', partBits.host)).toEqual([]);
  const added = [scanner.idOf('kas', 'host'), scanner.idOf('kaspersky', 'host')];
  expect(scanner.find('kaspersky', partBits.host)).toEqual(added);
});

it('tells that what was found may be out of date when a word is sought in one more part', () => {
  const scanner = new MultiSearch();
  scanner.add(['kaspersky'], 'host');
  const { version } = scanner;
  expect(scanner.find('/kaspersky/', partBits.folders)).toEqual([]);
  const id = scanner.idOf('kaspersky', 'folders');
  expect(scanner.find('/kaspersky/', partBits.folders)).toEqual([id]);
  expect(scanner.version).toBeGreaterThan(version);
  const again = scanner.version;
  scanner.add(['kaspersky'], 'host');
  expect(scanner.version).toBe(again);
});
