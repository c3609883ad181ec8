import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordScanner } from '../../../../src/core/detection/words.ts';

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'k', '/', '-', 'é', '下', '载'), minLength: 1, maxLength });

it('finds the words that the text holds, whatever they begin with, and no other', () => {
  fc.assert(
    fc.property(fc.array(text(5), { maxLength: 30 }), text(20), (words, path) => {
      const scanner = new WordScanner();
      const ids = words.map((word) => [...scanner.add([word])][0] ?? -1);
      const held = (place: string) => [...new Set(ids.filter((_, index) => place.includes(words[index] ?? '')))].sort();
      expect([...scanner.find(path)].sort()).toEqual(held(path));
      expect([...scanner.find(path, true)].sort()).toEqual(held(path.endsWith('/') ? path : `${path}/`));
    }),
    { numRuns: 5_000 },
  );
});

it('finds words that were added after a search', () => {
  const scanner = new WordScanner();
  scanner.add(['kav']);
  expect(scanner.find('kaspersky')).toEqual([]);
  const added = scanner.add(['kaspersky', 'kas']);
  expect(new Set(scanner.find('kaspersky'))).toEqual(added);
});
