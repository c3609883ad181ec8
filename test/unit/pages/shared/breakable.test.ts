import { describe, expect, it } from 'vitest';
import { Breakable } from '../../../../src/pages/shared/breakable.tsx';

/** Pieces that may be on a line of their own. */
const pieces = (text: string) =>
  [Breakable({ text }).props.children].flat(2).filter((child) => typeof child === 'string');

describe('A text that may break', () => {
  it.each([
    ['https://help.example.com/kaspersky', ['https://help.', 'example.', 'com/', 'kaspersky']],
    ['research.example.com', ['research.', 'example.com']],
    [
      'https://collector.example.com/v1/logs',
      ['https://collector.', 'example.', 'com/', 'v1/logs'],
    ],
    [
      'product-download *.mirror.example/kaspersky/*',
      ['product-download *.', 'mirror.', 'example/', 'kaspersky/*'],
    ],
    ['en: Ask us first.', ['en: Ask us first.']],
    ['us', ['us']],
  ])('%s breaks after its signs, and never before a short end', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});
