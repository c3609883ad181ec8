// The packaged rules against real addresses: our own cases always, the shared corpus where it lies beside the checkout.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classifyLink } from '../../../src/core/detection/classify-link.ts';
import { classify } from '../../../src/core/detection/classify.ts';
import { compileRules } from '../../../src/core/detection/engine/rule-index.ts';
import {
  coverage,
  isAlarm,
  ownCases,
  packagedDetection,
  packagedIndex,
  readCases,
  score,
} from '../../cases/detection-cases.ts';

const corpus =
  process.env.DETECTION_CORPUS ??
  fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const devFile = join(corpus, 'detection-dev.jsonl');
const topSitesFile = join(corpus, 'top-sites-10k.txt');
const index = packagedIndex();

describe('the project’s own cases', () => {
  const cases = ownCases();
  const { accuracy, falseAlarms, missRate, wrong } = score(index, cases);

  it('are many, and each says where it comes from', () => {
    expect(cases.length).toBeGreaterThanOrEqual(1_000);
    expect(cases.filter(({ source }) => source === '')).toEqual([]);
  });

  it('raise no false alarm', () => {
    expect(falseAlarms).toEqual([]);
  });

  it('are labeled rightly in at least 98 of 100', () => {
    expect(accuracy, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(missRate).toBeLessThanOrEqual(0.01);
  });
});

// A portal or shop that no list names is what most of the web's are to us: each is judged as if we had never heard of it.
it('is mostly recognized on portals, shops and stores that are taken off every list', () => {
  const { lists, ...detection } = packagedDetection();
  const kinds = [
    'portals',
    'shops',
    'magazines',
    'app-stores',
    'title-stores',
    'package-galleries',
  ];
  const names = (host: string) => (pattern: string) =>
    `.${host}`.includes(`.${pattern.replace(/^\*\.|\.\{tld\}$/g, '')}`);
  const offers = ownCases().flatMap((one) => {
    const host =
      one.url && isAlarm(one.label, one.type) && one.alt.every((label) => isAlarm(label, one.type))
        ? new URL(one.url).hostname
        : '';
    return kinds.some((kind) => lists[kind]?.some(names(host))) ? [{ ...one, host }] : [];
  });
  const missed = [...new Set(offers.map(({ host }) => host))].flatMap((host) => {
    const without = Object.fromEntries(
      Object.entries(lists).map(([name, entries]) => [
        name,
        kinds.includes(name) ? entries.filter((entry) => !names(host)(entry)) : entries,
      ]),
    );
    const unaware = compileRules({ ...detection, lists: without }).index;
    return offers
      .filter((one) => one.host === host && !isAlarm(classify(unaware, one).label, one.type))
      .map(({ url }) => url);
  });
  expect(offers.length).toBeGreaterThan(250);
  expect(missed.length / offers.length, missed.join('\n')).toBeLessThan(0.2);
});

describe('what is written about the ban and the software', () => {
  const pages = coverage();

  it('is at least 300 pages about the ban, each once, of every category', () => {
    const aboutBan = pages.filter(({ about }) => about === 'ban');
    expect(aboutBan.length).toBeGreaterThanOrEqual(300);
    expect([...new Set(aboutBan.map(({ category }) => category))].sort()).toEqual([
      'blog',
      'encyclopedia',
      'forum',
      'news',
      'official',
      'review',
    ]);
    expect(pages).toHaveLength(new Set(pages.map(({ url }) => url)).size);
  });

  it('raises no alarm on any of them, as a page or as a link', () => {
    const alarmed = pages.filter(
      (page) =>
        isAlarm(classify(index, { type: 'url', ...page }).label, 'url') ||
        classifyLink(index, page.url)?.startsListedDownload === true,
    );
    expect(alarmed).toEqual([]);
  });
});

// Fresh clones lack it: it is kept out of the repository. DETECTION_CORPUS names its folder.
describe.skipIf(!existsSync(devFile))(`the corpus (skipped where ${devFile} is missing)`, () => {
  const { accuracy, falseAlarms, missRate, wrong } = existsSync(devFile)
    ? score(index, readCases(devFile))
    : score(index, []);

  it('is labeled rightly in at least 98 of 100', () => {
    expect(accuracy, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('raises no false alarm', () => {
    expect(falseAlarms).toEqual([]);
  });

  it('is missed in at most 7 of 1,000', () => {
    expect(missRate).toBeLessThanOrEqual(0.007);
  });
});

describe.skipIf(!existsSync(topSitesFile))(
  `popular sites (skipped where ${topSitesFile} is missing)`,
  () => {
    it('raise no alarm by their hosts', () => {
      const hosts = readFileSync(topSitesFile, 'utf8').split('\n').filter(Boolean);
      const alarmed = hosts.filter((host) =>
        isAlarm(classify(index, { type: 'domain', url: `https://${host}/` }).label, 'domain'),
      );
      expect(hosts.length).toBeGreaterThan(9_000);
      expect(alarmed).toEqual([]);
    });
  },
);
