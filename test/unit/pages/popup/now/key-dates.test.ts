import { describe, expect, it } from 'vitest';
import type { DeadlineView } from '../../../../../src/core/view/popup/popup.ts';
import { leastExact } from '../../../../../src/pages/popup/now/key-dates.tsx';

const date = (id: string, precision: DeadlineView['precision']): DeadlineView => ({
  id,
  precision,
  at: '2024-09-29T00:00:00-04:00',
  timeZone: 'America/New_York',
  jurisdiction: 'us',
  kind: 'law',
  state: 'past',
  when: id,
  title: id,
  text: '',
  affects: '',
  sources: [],
  confirmed: true,
});

describe('Dates of one day at a glance', () => {
  it.each([
    [['instant', 'instant', 'day'], 'day'],
    [['instant', 'month', 'day'], 'month'],
    [['instant', 'instant'], 'instant'],
  ] as const)('of the precisions %j are told with that of a %s', (precisions, told) => {
    expect(
      leastExact(precisions.map((precision, index) => date(String(index), precision)))?.precision,
    ).toBe(told);
  });

  it('are none where there is no date', () => {
    expect(leastExact([])).toBeUndefined();
  });
});
