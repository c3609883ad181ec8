import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, settingsFile } from '../../../../src/core/settings/settings-file.ts';
import type { Settings } from '../../../../src/core/settings/settings.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const own: Settings = {
  jurisdictions: ['us', 'us-federal'],
  mode: 'inform',
  snoozeDays: 7,
  exceptions: ['research.example.com', '*.lab.example'],
  language: 'es',
};
const file = (settings: unknown, rest: object = {}) =>
  JSON.stringify({ kind: 'kaspersky-ban-advisory-settings', format: 1, settings, ...rest });

describe('A settings file', () => {
  it('comes back as it was saved', () => {
    expect(readSettingsFile(settingsFile(own, now), [])).toEqual({
      ok: true,
      value: { accepted: own, locked: [], faults: [] },
    });
  });

  it('keeps a place that is none of the advisory’s', () => {
    const read = readSettingsFile(file({ jurisdictions: ['elsewhere'] }), []);
    expect(read.ok && [read.value.accepted, read.value.faults]).toEqual([
      { jurisdictions: ['elsewhere'] },
      [],
    ]);
  });

  it('is read no further than any person’s settings go', () => {
    const hosts = Array.from({ length: 5000 }, (_, place) => `h${String(place)}.example.com`);
    const read = readSettingsFile(file({ exceptions: hosts }), []);
    expect(read.ok && read.value.accepted.exceptions).toHaveLength(2000);
    expect(read.ok && read.value.faults.map(({ code, values }) => [code, ...values])).toEqual([
      ['tooMany', '5000', '2000'],
    ]);
    const many = Object.fromEntries(hosts.map((host) => [host, 1]));
    const odd = readSettingsFile(file({ exceptions: hosts.fill('com'), ...many }), []);
    expect(odd.ok && odd.value.faults.length).toBeLessThan(4010);
    const last = readSettingsFile(file({ ...many, mode: 'inform' }), []);
    expect(last.ok && last.value.accepted).toEqual({ mode: 'inform' });
  });

  it('holds only what the person set', () => {
    expect(JSON.parse(settingsFile({ mode: 'inform' }, now))).toEqual({
      kind: 'kaspersky-ban-advisory-settings',
      format: 1,
      savedAt: '2026-11-24T12:00:00.000Z',
      settings: { mode: 'inform' },
    });
  });

  it('keeps the good parts and names the bad ones', () => {
    const read = readSettingsFile(
      file({
        mode: 'shout',
        snoozeDays: 14,
        exceptions: ['good.example', 'http://bad/', 5],
        language: '<b>',
        color: 'red',
      }),
      [],
    );
    expect(read.ok && read.value.accepted).toEqual({
      snoozeDays: 14,
      exceptions: ['good.example'],
    });
    expect(
      read.ok && read.value.faults.map(({ path, code, values }) => [path, code, ...values]),
    ).toEqual([
      ['mode', 'notOneOf', 'inform, warn'],
      ['exceptions.1', 'notHost'],
      ['exceptions.2', 'notText'],
      ['language', 'notLanguage'],
      ['color', 'notSetting'],
    ]);
    expect(read.ok && read.value.faults.map(({ entry, given }) => [entry, given])).toEqual([
      [undefined, undefined],
      [2, 'http://bad/'],
      [3, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('says of a whole setting what it must be', () => {
    const read = readSettingsFile(
      file({ snoozeDays: 900, exceptions: 'all', jurisdictions: { us: true }, language: 5 }),
      [],
    );
    expect(read.ok && read.value.accepted).toEqual({});
    expect(
      read.ok && read.value.faults.map(({ path, code, values }) => [path, code, ...values]),
    ).toEqual([
      ['snoozeDays', 'notNumber', '1', '365'],
      ['exceptions', 'notList'],
      ['jurisdictions', 'notList'],
      ['language', 'notLanguage'],
    ]);
  });

  it('never has a mode that only policy may order', () => {
    const read = readSettingsFile(file({ mode: 'block' }), []);
    expect(read.ok && read.value.accepted).toEqual({});
  });

  it('leaves what policy orders as it is, and says so', () => {
    const read = readSettingsFile(file(own), ['mode', 'exceptions']);
    expect(read.ok && read.value.locked).toEqual(['mode', 'exceptions']);
    expect(read.ok && Object.keys(read.value.accepted)).toEqual([
      'jurisdictions',
      'snoozeDays',
      'language',
    ]);
  });

  it.each([
    ['not-json', '{'],
    ['not-json', ''],
    ['not-settings', '[]'],
    ['not-settings', 'null'],
    ['not-settings', '{"settings":{}}'],
    ['not-settings', file([])],
    ['newer-format', file({}, { format: 2 })],
    ['too-long', ' '.repeat(1_000_001)],
  ])('is refused as %s', (reason, text) => {
    expect(readSettingsFile(text, [])).toEqual({ ok: false, error: reason });
  });

  it('is read with the mark that some editors put before the text', () => {
    expect(readSettingsFile(`\uFEFF${settingsFile(own, now)}`, []).ok).toBe(true);
  });

  it('never throws and never accepts a stranger, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (settings) => {
        const read = readSettingsFile(file(settings), []);
        if (!read.ok) return;
        expect(Object.keys(read.value.accepted).filter((name) => !(name in own))).toEqual([]);
        // Accepted settings are accepted again after export.
        const again = readSettingsFile(file(read.value.accepted), []);
        expect(again.ok && again.value.faults).toEqual([]);
      }),
    );
  });
});
