import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../../../src/core/detection/page-evidence/read.ts';

const lists = { shops: ['*.shop.example'], brand: ['acme'] };
const verdict = { id: 'shop.evidence', hosts: ['@shops'], label: 'store-listing', atLeast: 3 };
const line = { id: 'maker', from: 'product-maker', has: ['@brand'], weight: 4 };

describe('The table of evidence', () => {
  it('has its lists filled in', () => {
    const { table, faults } = readEvidence({ verdicts: [verdict], lines: [line] }, lists);
    expect(faults).toEqual([]);
    expect(table.verdicts[0]?.hosts).toEqual(['*.shop.example']);
    expect(table.lines[0]?.has).toEqual(['acme']);
  });

  it.each([
    [
      'a list that is not there',
      { verdicts: [verdict], lines: [{ ...line, has: ['@missing'] }] },
      'detection.evidence.lines.0.has',
      /list "@missing"/,
    ],
    [
      'hosts of a list that is not there',
      { verdicts: [{ ...verdict, hosts: ['@missing'] }], lines: [line] },
      'detection.evidence.verdicts.0.hosts',
      /list "@missing"/,
    ],
    [
      'a kind of evidence of a later version',
      { verdicts: [verdict], lines: [line, { ...line, from: 'smell' }] },
      'detection.evidence.lines.1.from',
      /smell/,
    ],
    [
      'a line that is none',
      { verdicts: [verdict], lines: [7] },
      'detection.evidence.lines.0.id',
      /./,
    ],
  ])('is out of use, and says where, with %s', (_what, raw, path, message) => {
    const { table, faults } = readEvidence(raw, lists);
    expect(table).toEqual({ verdicts: [], lines: [] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ path });
    expect(faults[0]?.message).toMatch(message);
  });
});
