// What the check counts: on what the facts of a document rest, and how old their checks are.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };
import { evidenceOf, factsOlderThan, freshDays } from '../../../tools/advisory/checks/evidence.ts';
import { refusedKind } from '../../../tools/advisory/checks/refused-sources.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';

type Sample = ReturnType<typeof sampleAdvisory>;

const now = Date.parse('2026-02-01T00:00:00Z');

function changed(change: (sample: Sample) => void) {
  const sample = sampleAdvisory();
  change(sample);
  return v.parse(AdvisorySchema, sample);
}

const places = (found: readonly { place: string }[]) => found.map(({ place }) => place);

test('A document whose facts rest on an official text counts nothing', () => {
  const { lawWithoutOfficial, lawExcused, refusedSources, oldFacts } = evidenceOf(
    changed(() => undefined),
    now,
  );
  expect([lawWithoutOfficial, lawExcused, refusedSources, oldFacts]).toEqual([[], [], [], []]);
});

test('A statement about law that rests on press alone is named, with its reason where the document gives one', () => {
  const press = (sample: Sample) => {
    for (const source of sample.sources) Object.assign(source, { kind: 'press', official: false });
  };
  const bare = evidenceOf(changed(press), now);
  expect(places(bare.lawWithoutOfficial)).toContain('ban.headline');
  expect(places(bare.lawWithoutOfficial)).not.toContain('ban.vendorPosition.vendor');
  const excused = evidenceOf(
    changed((sample) => {
      press(sample);
      sample.ban.headline.noOfficial = 'None exists: the order was given by telephone.';
    }),
    now,
  );
  expect(places(excused.lawWithoutOfficial)).not.toContain('ban.headline');
  expect(excused.lawExcused).toEqual([
    { place: 'ban.headline', note: 'None exists: the order was given by telephone.' },
  ]);
});

test('A step that rests on nothing is named', () => {
  const { stepsWithoutSource } = evidenceOf(
    changed((sample) => {
      for (const group of sample.removal.systems[0]?.groups ?? [])
        for (const step of group.steps) step.sources = [];
    }),
    now,
  );
  expect(places(stepsWithoutSource)).toContainEqual(expect.stringMatching(/^removal\.systems\./));
});

test('A fact is as old as its newest reading, and one that nobody read has no age', () => {
  expect(
    factsOlderThan(
      changed(() => undefined),
      23,
      now,
    ),
  ).toEqual([]);
  expect(
    factsOlderThan(
      changed(() => undefined),
      22,
      now,
    ).map(({ note }) => note),
  ).toContain('2026-01-09 https://authority.example/order');
  const unread = changed((sample) => {
    for (const source of sample.sources)
      Object.assign(source, { reading: 'none', isUnread: true, checked: '1970-01-01' });
  });
  expect(factsOlderThan(unread, 22, now)).toEqual([]);
});

test('The advisory itself rests on enough, on the day of its issue', () => {
  const { lawExcused: _, ...found } = evidenceOf(
    v.parse(AdvisorySchema, document),
    Date.parse(document.issued),
  );
  expect(found).toEqual({
    lawWithoutOfficial: [],
    stepsWithoutSource: [],
    refusedSources: [],
    oldFacts: [],
  });
});

test('The advisory expires as many days after its issue as a reading is good for', () => {
  const days = (Date.parse(document.expires) - Date.parse(document.issued)) / (24 * 60 * 60 * 1000);
  expect(days).toBe(freshDays);
});

test.each([
  ['https://pastebin.com/R2g17QcD', 'paste or gist'],
  ['https://gist.github.com/someone/732b71cc', 'paste or gist'],
  ['https://malwaretips.com/threads/awards.140431/', 'forum post'],
  ['https://forum.example/viewtopic.php?t=1', 'forum post'],
  ['https://maker.example/talk/topic/how-do-i', 'forum post'],
  ['https://community.maker.example/t5/talk/how-do-i/td-p/1', 'forum post'],
  ['https://statescoop.com/tag/zte/', 'tag page'],
  ['https://publicintelligence.net/category/documents/page/7', 'tag page'],
  ['https://law.example/51?BC=bc&p=10&search_id=89', 'search address'],
  ['https://law.example/search?x=1', 'search address'],
  ['https://www.amazon.com/dp/B000', 'shop'],
  ['https://shop.maker.example/antivirus', 'shop'],
  ['https://www.hubbry.com/Gen_Digital', 'content farm'],
])('%s is refused as a %s', (address, kind) => {
  expect(refusedKind(address)).toBe(kind);
});

test.each([
  'https://www.govinfo.gov/content/pkg/FR-2024-07-18/html/2024-15258.htm',
  'https://community.f-secure.com/id-protection-en/kb/articles/9269-how-to-transfer-password-entries',
  'https://support.kaspersky.it/KSC/13.1/en-US/all-in-one.htm?sectionUrl=202480.htm',
  'https://www.security.nl/posting/647270/Antivirusbedrijf',
  'https://support.microsoft.com/en-us/topic/getting-started-with-microsoft-defender-9df0cb0f',
  'https://raw.githubusercontent.com/someone/program/develop/docs/topics/ImportExport.adoc',
  'the Federal Register, on paper',
])('%s is not refused', (address) => {
  expect(refusedKind(address)).toBeNull();
});
