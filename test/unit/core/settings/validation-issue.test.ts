import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueAt, issueMessages, invalid } from '../../../../src/core/settings/validation-issue.ts';

const english = JSON.parse(
  readFileSync(new URL('../../../../_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<string, { message: string }>;

describe('What is wrong with a value', () => {
  it.each(Object.entries(issueMessages))(
    'is said alike by the code and the interface: %s',
    (code, words) => {
      expect(english[`fault_${code}`]?.message).toBe(words);
    },
  );

  it('has no words in the interface that no code says', () => {
    const codes = Object.keys(english)
      .filter((key) => key.startsWith('fault_'))
      .map((key) => key.slice(6));
    expect(codes.filter((code) => !(code in issueMessages))).toEqual([]);
  });

  it('is told with its place, in words with its values, and by code', () => {
    expect(issueAt('exceptions', 'tooMany', 2001, 2000)).toEqual({
      path: 'exceptions',
      message: 'has 2001 elements; only the first 2000 are used',
      code: 'tooMany',
      values: ['2001', '2000'],
    });
    expect(invalid('tooLong', 500)).toEqual({
      ok: false,
      error: { code: 'tooLong', values: ['500'] },
    });
  });
});
