import { expect, it } from 'vitest';
import { isFailing } from '../../../../src/core/report/delivery.ts';

const failure = { at: '2026-11-23T16:40:00.000Z', status: 503 };

it.each([
  ['nothing failed yet', null, null, false],
  ['all arrived', null, '2026-11-23T16:40:00.000Z', false],
  ['nothing ever arrived', failure, null, true],
  ['the last attempt failed', failure, '2026-11-22T16:40:00.000Z', true],
  ['a delivery came after the failure', failure, '2026-11-23T16:41:00.000Z', false],
])('Reports where %s', (_state, failed, deliveredAt, expected) => {
  expect(isFailing({ failure: failed, deliveredAt })).toBe(expected);
});
