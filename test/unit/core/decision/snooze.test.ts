import { describe, expect, it } from 'vitest';
import {
  activeSnooze,
  addSnooze,
  siteOf,
  snoozeEnd,
} from '../../../../src/core/decision/snooze.ts';

const now = Date.parse('2030-12-31T23:59:59Z');

describe('siteOf', () => {
  it.each([
    ['www.example.com', 'example.com'],
    ['WWW.Example.com.', 'example.com'],
    ['shop.example.com', 'shop.example.com'],
    ['www.com', 'www.com'],
    ['wwwexample.com', 'wwwexample.com'],
  ])('takes %s for %s', (host, site) => {
    expect(siteOf(host)).toBe(site);
  });
});

describe('snoozes', () => {
  it('end by themselves after the days that were chosen', () => {
    const snooze = { host: 'example.com', until: snoozeEnd(30, now) };
    expect(snooze.until).toBe('2031-01-30T23:59:59.000Z');
    expect(activeSnooze([snooze], 'www.example.com', Date.parse(snooze.until) - 1)).toBe(snooze);
    expect(activeSnooze([snooze], 'www.example.com', Date.parse(snooze.until))).toBeUndefined();
  });

  it('replace an older one of the same site and forget what has ended', () => {
    const ended = { host: 'old.test', until: snoozeEnd(-1, now) };
    const older = { host: 'example.com', until: snoozeEnd(1, now) };
    const other = { host: 'example.org', until: snoozeEnd(5, now) };
    const added = { host: 'example.com', until: snoozeEnd(30, now) };
    expect(addSnooze([ended, older, other], added, now)).toEqual([other, added]);
  });
});
