import { describe, expect, it } from 'vitest';
import { issueAt, invalid } from '../../../../src/core/settings/validation-issue.ts';

describe('What is wrong with a value', () => {
  it('is told with its place, its values, and by code', () => {
    expect(issueAt('exceptions', 'tooMany', 2001, 2000)).toMatchObject({
      path: 'exceptions',
      message: expect.stringMatching(/2001.*2000/),
      code: 'tooMany',
      values: ['2001', '2000'],
    });
    expect(invalid('tooLong', 500)).toEqual({
      ok: false,
      error: { code: 'tooLong', values: ['500'] },
    });
  });
});
