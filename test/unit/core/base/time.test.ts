import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src/core/base/time.ts';

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-07-01T00:00:00Z');

  it.each([
    ['seconds', '120', 120_000],
    ['a date', 'Wed, 01 Jul 2026 00:01:00 GMT', 60_000],
    ['a date in the past', 'Tue, 30 Jun 2026 00:00:00 GMT', 0],
    ['no header', null, null],
    ['text that is neither', 'soon', null],
    ['a delay of years', '1234567890', 1_234_567_890_000],
  ])('reads %s', (_, header, expected) => {
    expect(retryAfterMs(header, nowMs)).toBe(expected);
  });
});
