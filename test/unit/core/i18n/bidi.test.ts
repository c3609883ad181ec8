import { describe, expect, test } from 'vitest';
import { isolated, withoutIsolates } from '../../../../src/core/i18n/bidi.ts';

const [from, to] = ['\u2068', '\u2069'];

describe('A piece in a sentence', () => {
  test.each([
    ['a host in English', '*.mirror.example', 'en', '*.mirror.example'],
    ['a host in Arabic', '*.mirror.example', 'ar', `${from}*.mirror.example${to}`],
    ['a date in Hebrew', '23 בנובמבר 2026', 'he', `${from}23 בנובמבר 2026${to}`],
    ['a Hebrew name in Spanish', 'חברה (2015)', 'es', `${from}חברה (2015)${to}`],
    [
      'a file whose name turns its end round, in English',
      'annual\u202Efdp.exe',
      'en',
      `${from}annual\u202Efdp.exe${to}`,
    ],
    ['nothing at all, in Arabic', '', 'ar', ''],
    [
      'a list of isolated pieces, in Arabic',
      `${from}a.example${to}، ${from}b.example${to}`,
      'ar',
      `${from}a.example${to}، ${from}b.example${to}`,
    ],
  ])('%s keeps its own direction', (_, piece, language, expected) => {
    expect(isolated(piece, language)).toBe(expected);
  });

  test('leaves no sign behind where it is copied', () => {
    expect(withoutIsolates(`‏مضيف: ${isolated('portal.example', 'ar')}.`)).toBe(
      '‏مضيف: portal.example.',
    );
  });
});
