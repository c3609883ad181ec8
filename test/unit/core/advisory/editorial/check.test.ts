import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkAdvisory } from '../../../../../src/core/advisory/editorial/check.ts';
import { AdvisorySchema } from '../../../../../src/core/advisory/schema.ts';
import { sampleAdvisory } from '../../../../cases/advisory/sample-advisory.ts';

type Sample = ReturnType<typeof sampleAdvisory>;

/** Faults of the sample after one change, as "path: message". */
function faultsAfter(change: (sample: Sample) => void): string[] {
  const sample = sampleAdvisory();
  change(sample);
  return checkAdvisory(v.parse(AdvisorySchema, sample)).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index];
  if (item === undefined) throw new Error('The sample has changed.');
  return item;
};

const removalStep = (sample: Sample) => at(at(at(sample.removal.systems, 0).groups, 0).steps, 0);

test('The sample has no fault', () => {
  expect(faultsAfter(() => undefined)).toEqual([]);
});

describe("The editor's check finds", () => {
  test.each<[string, (sample: Sample) => void, string]>([
    [
      'a source that does not exist',
      (s) => void (at(s.questions, 0).sources = ['rumour']),
      'questions.0.sources.0: refers to "rumour"',
    ],
    [
      'a source that nobody refers to',
      (s) =>
        void s.sources.push({
          ...at(s.sources, 0),
          id: 'spare',
          url: 'https://authority.example/spare',
        }),
      'sources.1: "spare" is referred to by nothing',
    ],
    [
      'a source named twice',
      (s) => void s.sources.push({ ...at(s.sources, 0), url: 'https://authority.example/2' }),
      'sources.1.id: repeats',
    ],
    [
      'the same address as two sources',
      (s) => {
        s.sources.push({ ...at(s.sources, 0), id: 'again' });
        at(s.questions, 0).sources = ['again'];
      },
      'sources.1.url: repeats',
    ],
    [
      'two questions with one id',
      (s) => void s.questions.push(at(s.questions, 0)),
      'questions.1.id: repeats',
    ],
    [
      'an expiry before the issue',
      (s) => void (s.expires = '2025-01-01T00:00:00Z'),
      'expires: must be later',
    ],
    [
      'an offset that the zone did not have that day',
      (s) => void (at(s.deadlines, 0).at = '2024-09-29T00:00:00-05:00'),
      'deadlines.0.at: has an offset',
    ],
    [
      'a time zone that does not exist',
      (s) => void (at(s.deadlines, 0).timeZone = 'America/Atlantis'),
      'deadlines.0.timeZone: "America/Atlantis" is no time zone',
    ],
    [
      "a jurisdiction's zone that does not exist",
      (s) => void (at(s.jurisdictions, 0).timeZones = ['Mars/Base']),
      'jurisdictions.0.timeZones.0: "Mars/Base" is no time zone',
    ],
    [
      'a deadline in an unknown jurisdiction',
      (s) => void (at(s.deadlines, 0).jurisdiction = 'moon'),
      'deadlines.0.jurisdiction: "moon" is no jurisdiction',
    ],
    [
      'a source that does not say what it is',
      (s) => void delete at(s.sources, 0).kind,
      'sources.0.kind: of "order" must be one of official',
    ],
    [
      'a source that does not say how it was read',
      (s) => void delete at(s.sources, 0).reading,
      'sources.0.reading: of "order" must be one of whole',
    ],
    [
      'a copy without its place',
      (s) => void (at(s.sources, 0).reading = 'copy'),
      'sources.0.readAt: of "order" must name the copy',
    ],
    [
      'the place of a copy that was not read',
      (s) => void (at(s.sources, 0).readAt = 'https://copy.example/'),
      'sources.0.readAt: of "order" names a copy',
    ],
    [
      'an unread source with the day of a reading',
      (s) => void Object.assign(at(s.sources, 0), { reading: 'none', isUnread: true }),
      'sources.0.checked: of "order" must be 1970-01-01',
    ],
    [
      'an unread source that old versions would show as read',
      (s) => void Object.assign(at(s.sources, 0), { reading: 'none', checked: '1970-01-01' }),
      'sources.0.isUnread: of "order" must stand',
    ],
    [
      'a law firm as an official source',
      (s) => void (at(s.sources, 0).kind = 'law-firm'),
      'sources.0.official: of "order" must be false',
    ],
    [
      'a source checked after the day of issue',
      (s) => void (at(s.sources, 0).checked = '2026-02-01'),
      'sources.0.checked: lies after',
    ],
    [
      'alternatives out of the alphabet',
      (s) => void s.alternatives.products.reverse(),
      'alternatives.products.1.name: "Alpha" stands after "Beta"',
    ],
    [
      'a need that no product meets',
      (s) => void s.alternatives.needs.push({ id: 'vpn', label: { en: 'VPN' } }),
      'alternatives.needs.1: no product meets "vpn"',
    ],
    [
      'a need that does not exist',
      (s) => void (at(s.alternatives.products, 0).needs = ['free', 'tea']),
      'alternatives.products.0.needs: "tea" is no need',
    ],
    [
      'a label without words',
      (s) => void s.notices.pop(),
      'notices: has no words for "removal-help"',
    ],
    [
      'a language that is not listed',
      (s) => void (s.subject.description = { en: 'A.', de: 'Ein.' }),
      'subject.description.de: is a language',
    ],
    [
      'a text that lacks a listed language',
      (s) => s.languages.push('es'),
      'ban.headline.text: lacks its text in "es"',
    ],
    [
      'a text of detection that lacks a listed language',
      (s) => s.languages.push('es'),
      'detection.noRule: lacks its text in "es"',
    ],
    [
      'a rule that does not compile',
      (s) => void s.detection.rules.push({ id: 'bad', nonsense: true }),
      'detection.rules.0',
    ],
    [
      'a watched host named twice',
      (s) => void s.detection.watchedHosts.push('*.vendor.example'),
      'detection.watchedHosts.1: repeats',
    ],
    [
      'a person whom no answer fits',
      (s) => void s.applicability.answers.pop(),
      'applicability.answers: leaves us, home, antivirus without an answer',
    ],
    [
      'an answer that nobody gets',
      (s) => void s.applicability.answers.reverse(),
      'applicability.answers.1: is never given',
    ],
    [
      'code that stands in no text',
      (s) => void (removalStep(s).code = ['regedit']),
      'removal.systems.0.groups.0.steps.0.code.0: stands in the text of no language',
    ],
    [
      'code that one language lacks',
      (s) =>
        void Object.assign(removalStep(s), {
          text: { en: 'Open Settings.', es: 'Abra Ajustes.' },
          code: ['Settings'],
        }),
      'removal.systems.0.groups.0.steps.0.text.es: has not as much',
    ],
    [
      'a step that no guide shows',
      (s) => void (removalStep(s).systems = ['macos']),
      'removal.systems.0.groups.0.steps.0.systems: leaves the step out',
    ],
    [
      'a shared check that no guide shows',
      (s) =>
        void s.removal.verify.push({
          id: 'gone',
          text: { en: 'Gone.' },
          sources: [],
          systems: ['linux'],
        }),
      'removal.verify.0.systems: leaves the step out',
    ],
    [
      'an answer for a choice that does not exist',
      (s) => void (at(s.applicability.answers, 0).roles = ['shop', 'pirate']),
      'applicability.answers.0.roles: names "pirate"',
    ],
  ])('%s', (_, change, expected) => {
    expect(faultsAfter(change).some((fault) => fault.startsWith(expected))).toBe(true);
  });
});
