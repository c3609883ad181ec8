import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePieces } from '../../../../../../src/pages/popup/switch/steps/code-pieces.ts';

const shown = (text: string, code: readonly string[]) =>
  codePieces(text, code)
    .map((piece) => (piece.isCode ? `[${piece.text}]` : piece.text))
    .join('');

describe('A text with code in it', () => {
  it.each([
    [
      'Run apt-get purge kesl (as root).',
      ['apt-get purge kesl'],
      'Run [apt-get purge kesl] (as root).',
    ],
    [
      'Look into Program Files, Program Files (x86).',
      ['Program Files', 'Program Files (x86)'],
      'Look into [Program Files], [Program Files (x86)].',
    ],
    ['Under HKLM\\SOFTWARE.', ['HKLM\\SOFTWARE'], 'Under [HKLM\\SOFTWARE].'],
    [
      'msiexec /x {Code} /L*v <log>',
      ['msiexec /x {Code} /L*v <log>', 'msiexec /x {Code} /L*v <registro>'],
      '[msiexec /x {Code} /L*v <log>]',
    ],
    ['dnf, or dnf again', ['dnf'], '[dnf], or [dnf] again'],
    ['Open Settings.', [], 'Open Settings.'],
    ['Open Settings.', ['regedit'], 'Open Settings.'],
  ])('%s', (text, code, expected) => {
    expect(shown(text, code)).toBe(expected);
  });

  it('keeps every letter, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.array(fc.string({ minLength: 1 })),
        (text, code) => {
          expect(
            codePieces(text, code)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
