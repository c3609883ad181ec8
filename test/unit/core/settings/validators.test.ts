import { expect, it } from 'vitest';
import { parseOverlay } from '../../../../src/core/advisory/overlay.ts';
import { InstantSchema } from '../../../../src/core/advisory/statement-schema.ts';
import { readPolicy } from '../../../../src/core/policy/read.ts';
import { readSettingsFile } from '../../../../src/core/settings/settings-file.ts';
import * as v from 'valibot';

const tooWide = ['com', '*.com', 'co.uk', '*.co.uk', 'com.br', 'uk', 'COM.'];
const good = ['example.com', '*.example.co.uk', 'kaspersky.com', 'me.example', 'co.example'];

const overlay = (more: object) =>
  parseOverlay({
    format: 1,
    id: 'example',
    version: 1,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    ...more,
  }).ok;
const except = (host: string) => overlay({ exceptions: [{ host, reason: { en: 'Ours.' } }] });

it.each(tooWide)('An exception for a whole top-level domain is refused everywhere: %s', (host) => {
  const { values, faults } = readPolicy({ exceptions: [host] });
  expect(values.exceptions).toEqual([]);
  expect(faults.map(({ code }) => code)).toEqual(['hostTooShort']);
  const text = JSON.stringify({
    kind: 'kaspersky-ban-advisory-settings',
    format: 1,
    settings: { exceptions: [host] },
  });
  const read = readSettingsFile(text, []);
  expect(read.ok && read.value.accepted.exceptions).toEqual([]);
  expect(except(host)).toBe(false);
});

it.each(good)('An exception for a site is accepted everywhere: %s', (host) => {
  expect(readPolicy({ exceptions: [host] }).values.exceptions).toEqual([host]);
  expect(except(host)).toBe(true);
});

it.each([
  ['500 globs', Array.from({ length: 500 }, (_, n) => `*/kis${n}*`), true],
  ['501 globs', Array.from({ length: 501 }, (_, n) => `*/kis${n}*`), false],
  ['three stars', ['*a*b*'], true],
  ['four stars', ['*a*b*c*'], false],
])('The rules of an organization may not be slow: %s', (_what, path, expected) => {
  expect(overlay({ rules: [{ id: 'one', path }] })).toBe(expected);
  expect(overlay({ rules: [{ id: 'one', files: path }] })).toBe(expected);
});

it.each([
  ['2026-02-28T00:00:00Z', true],
  ['2028-02-29T00:00:00-05:00', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-04-31T00:00:00Z', false],
  ['2026-02-30T12:00:00+01:00', false],
  ['2026-01-00T00:00:00Z', false],
  ['2026-13-01T00:00:00Z', false],
])('An instant is of a day that exists: %s', (text, expected) => {
  expect(v.is(InstantSchema, text)).toBe(expected);
});
