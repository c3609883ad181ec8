// What the check counts: on what the facts of a document rest, and how old their checks are.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };
import { evidenceOf, factsOlderThan, freshDays } from '../../../tools/advisory/checks/evidence.ts';
import { refusedHosts, refusedNames } from '../../../tools/advisory/checks/refused-hosts.ts';
import { refusedKind, refusedKinds } from '../../../tools/advisory/checks/refused-sources.ts';
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

test('An official text that nobody read does not count as one', () => {
  const { lawWithoutOfficial } = evidenceOf(
    changed((sample) => {
      for (const source of sample.sources)
        Object.assign(source, { reading: 'none', isUnread: true, checked: '1970-01-01' });
    }),
    now,
  );
  expect(places(lawWithoutOfficial)).toContain('ban.headline');
  expect(places(lawWithoutOfficial)).not.toContain('ban.vendorPosition.vendor');
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

// Each was once in the advisory, except where the host is an example.
test.each([
  ['https://pastebin.com/R2g17QcD', 'paste or gist'],
  ['https://gist.github.com/someone/732b71cc', 'paste or gist'],
  ['https://malwaretips.com/threads/awards.140431/', 'forum post'],
  ['https://forum.example/viewtopic.php?t=1', 'forum post'],
  ['https://malwaretips.com/blogs/awards/', 'forum post'],
  ['MalwareTips, AV-TEST Awards 2025', 'forum post'],
  ['AVLab at MalwareTips, March 2026', 'forum post'],
  ['Wilders Security, test results of May', 'forum post'],
  ['a thread on Reddit', 'forum post'],
  ['Kaspersky’s forum, topic of 2023', 'forum post'],
  ['https://maker.example/talk/topic/how-do-i', 'forum post'],
  ['https://maker.example/topics/how-do-i', 'forum post'],
  ['https://community.maker.example/t5/talk/how-do-i/td-p/1', 'forum post'],
  ['https://statescoop.com/tag/zte/', 'tag page'],
  ['https://publicintelligence.net/category/documents/page/7', 'tag page'],
  ['https://law.example/51?BC=bc&p=10&search_id=89', 'search address'],
  ['https://law.example/search?x=1', 'search address'],
  ['https://www.amazon.com/dp/B000', 'shop'],
  ['https://shop.maker.example/antivirus', 'shop'],
  ['https://www.hubbry.com/Gen_Digital', 'content farm'],
  ['https://techyorker.com/how-to-use-the-microsoft-edge-password-manager', 'content farm'],
  ['https://news.clateway.com/kaspersky-pango-respond-32609.html', 'content farm'],
  ['https://www.urdupoint.com/en/world/romania-bans-1610346.html', 'content farm'],
  ['https://scribd.com/document/618786550/23-01-Njccic-Oit-Dpp', 'document-sharing site'],
  ['https://ro.scribd.com/document/677544385/Norme', 'document-sharing site'],
  ['https://www.passeidireto.com/arquivo/94046339/central', 'document-sharing site'],
  ['https://vdocuments.us/guide-11.html', 'document-sharing site'],
  ['https://technodocbox.com/Software/68172272-Guide.html', 'document-sharing site'],
  ['https://uploads.example/document/846882499/guide', 'document-sharing site'],
  ['https://manuzoid.com/manuals/o1a0j-Scanner', 'manual mirror'],
  ['https://www.manualslib.com/manual/1/Scanner.html', 'manual mirror'],
  ['https://quizgecko.com/upload/study-guide-endpoint-security-1JYFEg', 'study notes'],
  ['https://college.example/study-guide-endpoint-security', 'study notes'],
  ['https://kbs.bestantivirus.co.uk/i-forgot-my-password', 'seller or ranking site'],
  ['https://www.vpnscorecard.com/vpn/mozilla-vpn', 'seller or ranking site'],
  ['https://10bestantivirus.com/articles/upgrade', 'seller or ranking site'],
  ['https://technadu.com/?p=550016', 'seller or ranking site'],
  ['https://github.com/nguyenhoan1901/CrawlData/blob/f84bb05e/manifest.json', 'private repository'],
  ['https://github.com/nujensait/phpexp', 'private repository'],
  ['https://raw.githubusercontent.com/someone/program/main/README.md', 'private repository'],
  ['https://gitcode.com/openharmony-tpc/chromium_src/blob/master/x.cc', 'mirror of repositories'],
  ['geeksrepos.com, mullvadvpn-app', 'mirror of repositories'],
  ['https://scour.ing/@someone/p/https://news.maker.example/result', 'page inside another'],
  ['https://proxy.example:443/https/www.scribd.com/document/1/x', 'page inside another'],
  ['https://noise.getoto.net/2021/07/06/vulnerability/', 'page inside another'],
  ['https://thecdm.ca/partners/industry/google-inc', 'second-hand page'],
  ['aigr.ee, terms of Bitwarden', 'second-hand page'],
])('%s is refused as a %s', (address, kind) => {
  expect(refusedKind(address)?.kind).toBe(kind);
});

test('A refused source is named with what to cite instead', () => {
  const { refusedSources } = evidenceOf(
    changed((sample) => {
      Object.assign(sample.sources[0] ?? {}, { url: 'https://scribd.com/document/618786550/x' });
    }),
    now,
  );
  expect(refusedSources.map(({ note }) => note)).toEqual([
    'document-sharing site: https://scribd.com/document/618786550/x (Anyone uploads anything there. Cite whoever published the document.)',
  ]);
});

test('No kind is without a reason, and no host is of a kind that does not exist', () => {
  expect(refusedKinds.filter(({ why }) => !/\.$/.test(why))).toEqual([]);
  const named = new Set(refusedKinds.map(({ kind }) => kind));
  const listed = [...Object.keys(refusedHosts), ...Object.keys(refusedNames)];
  expect(listed.filter((kind) => !named.has(kind))).toEqual([]);
});

test.each([
  'https://www.govinfo.gov/content/pkg/FR-2024-07-18/html/2024-15258.htm',
  'https://community.f-secure.com/id-protection-en/kb/articles/9269-how-to-transfer-password-entries',
  'https://support.kaspersky.it/KSC/13.1/en-US/all-in-one.htm?sectionUrl=202480.htm',
  'https://www.security.nl/posting/647270/Antivirusbedrijf',
  'https://www.governing.com/topics/mgmt/gov-kaspersky-lab-software.html',
  'https://support.microsoft.com/en-us/topic/getting-started-with-microsoft-defender-9df0cb0f',
  'https://raw.githubusercontent.com/keepassxreboot/keepassxc/develop/docs/topics/ImportExport.adoc',
  'https://github.com/MicrosoftDocs/defender-docs/blob/public/defender-endpoint/x.md',
  'https://assets.documentcloud.org/documents/4501816/EU-Parliament-A8-0189-2018.txt',
  'https://web.archive.org/web/2024/https://oicts.bis.gov/kaspersky/',
  'https://www.schneier.com/blog/archives/2021/07/vulnerability-in-the-kaspersky-password-manager.html',
  'https://bitwarden.com/help/password-manager-overview/',
  'https://protonvpn.com/privacy-policy',
  'the Federal Register, on paper',
  'usregs.ai, FR Doc 2025-01633',
  'a notary’s accredited copy, 2024',
])('%s is not refused', (address) => {
  expect(refusedKind(address)).toBeNull();
});
