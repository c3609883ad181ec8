import { describe, expect, it } from 'vitest';
import { isSame } from '../../../../src/core/base/equal.ts';

describe('Two values', () => {
  it.each([
    [
      { a: 1, b: { c: [1, 2], d: null } },
      { b: { d: null, c: [1, 2] }, a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [[], []],
    ['x', 'x'],
  ])('%j and %j are the same', (one, other) => expect(isSame(one, other)).toBe(true));

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1, b: 1 }, { a: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])('%j and %j are not', (one, other) => expect(isSame(one, other)).toBe(false));
});
