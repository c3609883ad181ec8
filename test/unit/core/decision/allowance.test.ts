import { describe, expect, it } from 'vitest';
import {
  addAllowance,
  extendAllowances,
  spendAllowance,
  type AllowanceQuery,
} from '../../../../src/core/decision/allowance.ts';
import type { Allowance } from '../../../../src/core/decision/allowance-schema.ts';

const now = 1_000_000;
const allowance: Allowance = {
  addresses: ['https://a.test/x', 'https://b.test/x.exe'],
  until: now + 1,
};
const query: AllowanceQuery = {
  downloadId: 7,
  addresses: ['https://a.test/x', 'https://c.test/'],
  page: 'page.test',
  label: 'product-download',
  now,
};
const other: AllowanceQuery = { ...query, addresses: ['https://cdn.test/other.exe'] };

describe('An allowance', () => {
  it('lets one new start of the same address pass, and no second one', () => {
    const spent = spendAllowance([allowance], query);
    expect(spent).toEqual([{ ...allowance, downloadId: 7 }]);
    expect(spendAllowance(spent ?? [], { ...query, downloadId: 8 })).toBeNull();
  });

  it('goes on to let the same download pass', () => {
    expect(spendAllowance([{ ...allowance, downloadId: 7 }], other)).not.toBeNull();
  });

  it('is over at its end', () => {
    expect(spendAllowance([{ ...allowance, until: now }], query)).toBeNull();
  });

  it('is for its chain of requests, and not for whatever bears the same label', () => {
    expect(spendAllowance([allowance], other)).toBeNull();
    const led = extendAllowances([allowance], 'https://a.test/x', 'https://cdn.test/other.exe');
    expect(spendAllowance(led, other)).not.toBeNull();
    expect(extendAllowances([allowance], 'https://evil.test/', 'https://cdn.test/')).toEqual([
      allowance,
    ]);
  });

  it('that was used up follows no further redirect', () => {
    const spent = [{ ...allowance, downloadId: 7 }];
    expect(extendAllowances(spent, 'https://a.test/x', 'https://cdn.test/')).toBe(spent);
  });

  it('keeps to a chain of some length, and to some number', () => {
    let all: readonly Allowance[] = [allowance];
    for (let hop = 0; hop < 50; hop += 1)
      all = extendAllowances(all, all[0]?.addresses.at(-1) ?? '', `https://h.test/${String(hop)}`);
    expect(all[0]?.addresses.length).toBeLessThanOrEqual(20);
    for (let more = 0; more < 300; more += 1)
      all = addAllowance(all, { ...allowance, until: now + 5 }, now);
    expect(all.length).toBeLessThanOrEqual(100);
  });
});

describe('An allowance for a site', () => {
  const site = { page: 'page.test', files: ['cdn.test'], label: 'product-download' };
  const again: Allowance = { addresses: [], site, until: now + 1 };

  it('lets what that site starts next pass once, under the same label', () => {
    const spent = spendAllowance([again], other);
    expect(spent).not.toBeNull();
    expect(spendAllowance(spent ?? [], { ...other, downloadId: 8 })).toBeNull();
    expect(spendAllowance([again], { ...other, label: 'lookalike' })).toBeNull();
  });

  it('is not for another site that has its files from the same host', () => {
    expect(spendAllowance([again], { ...other, page: 'evil.test' })).toBeNull();
  });

  it('goes by the file’s host where the browser doesn’t tell the page', () => {
    expect(spendAllowance([again], { ...other, page: '' })).not.toBeNull();
    expect(
      spendAllowance([again], { ...other, page: '', addresses: ['https://other.test/x.exe'] }),
    ).toBeNull();
  });
});
