// The packaged rules against real addresses: our own cases always, the shared corpus where it lies beside the checkout.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/core/detection/classify.ts';
import { isAlarm, ownCases, packagedIndex, readCases, score } from '../../cases/detection-cases.ts';

const corpus = process.env.DETECTION_CORPUS ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const devFile = join(corpus, 'detection-dev.jsonl');
const topSitesFile = join(corpus, 'top-sites-10k.txt');
const index = packagedIndex();

describe('the project’s own cases', () => {
  const cases = ownCases();
  const { accuracy, falseAlarms, missRate, wrong } = score(index, cases);

  it('are many, and each says where it comes from', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(cases.filter(({ source }) => source === '')).toEqual([]);
  });

  it('raise no false alarm', () => {
    expect(falseAlarms).toEqual([]);
  });

  it('are labelled rightly in at least 98 of 100', () => {
    expect(accuracy, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(missRate).toBeLessThanOrEqual(0.01);
  });
});

// Fresh clones lack it: it is kept out of the repository. DETECTION_CORPUS names its folder.
describe.skipIf(!existsSync(devFile))(`the corpus (skipped where ${devFile} is missing)`, () => {
  const { accuracy, falseAlarms, missRate, wrong } = existsSync(devFile) ? score(index, readCases(devFile)) : score(index, []);

  it('is labelled rightly in at least 97 of 100', () => {
    expect(accuracy, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('raises no false alarm', () => {
    expect(falseAlarms).toEqual([]);
  });

  it('is missed in at most 15 of 1,000', () => {
    expect(missRate).toBeLessThanOrEqual(0.015);
  });
});

describe.skipIf(!existsSync(topSitesFile))(`popular sites (skipped where ${topSitesFile} is missing)`, () => {
  it('raise no alarm by their hosts', () => {
    const hosts = readFileSync(topSitesFile, 'utf8').split('\n').filter(Boolean);
    const alarmed = hosts.filter((host) => isAlarm(classify(index, { type: 'domain', url: `https://${host}/` }).label, 'domain'));
    expect(hosts.length).toBeGreaterThan(9_000);
    expect(alarmed).toEqual([]);
  });
});
