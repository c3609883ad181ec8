// Whatever comes in: a verdict goes out, at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyDownload } from '../../../../../src/core/detection/classify-download.ts';
import { classifyLink } from '../../../../../src/core/detection/classify-link.ts';
import { classifyPage } from '../../../../../src/core/detection/classify-page.ts';
import { labels } from '../../../../../src/core/detection/model/labels.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import { ownCases, packagedDetection } from '../../../../cases/detection-cases.ts';
import { anyText, largeInputs } from '../../../../cases/hostile-inputs.ts';

const detection = packagedDetection();
const { index, skipped } = compileRules(detection);

const known: readonly string[] = labels;
it('compiles every packaged rule', () => {
  expect(skipped).toEqual([]);
});

describe('any input', () => {
  it('gets a known label as a page, without a throw', () => {
    fc.assert(
      fc.property(anyText, anyText, (url, title) => {
        expect(known).toContain(classifyPage(index, { url, title }).label);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gets a known label as a download, without a throw', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (url, finalUrl, referrer, fileName) => {
        expect(known).toContain(
          classifyDownload(index, { url, finalUrl, referrer, fileName }).label,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an input of a megabyte', () => {
  // How quickly is measured by `npm run bench`.
  it.each(largeInputs)('gets a known label: %s', (_what, text) => {
    expect(known).toContain(classifyPage(index, { url: text, title: text }).label);
    expect(known).toContain(classifyDownload(index, { url: '', fileName: text }).label);
    const everywhere = { url: text, finalUrl: text, referrer: text, fileName: text };
    expect(known).toContain(classifyDownload(index, everywhere).label);
    expect(known).toContain(classifyLink(index, text)?.verdict.label ?? 'unrelated');
  });
});

it('never depends on the order of the rules', () => {
  const cases = ownCases();
  const verdicts = cases.map(({ url, title }) => classifyPage(index, { url, title }).rule);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(detection.rules, { minLength: detection.rules.length }),
      (rules) => {
        const shuffled = compileRules({ ...detection, rules }).index;
        expect(cases.map(({ url, title }) => classifyPage(shuffled, { url, title }).rule)).toEqual(
          verdicts,
        );
      },
    ),
    { numRuns: 20 },
  );
});

it.each([
  ['https://kaspersky.com@evil.example/', 'unrelated'],
  ['https://www.kaspersky.com./', 'vendor-site'],
  ['HTTPS://WWW.KASPERSKY.COM/', 'vendor-site'],
  ['https://www.kaspersky.com:8443/', 'vendor-site'],
  ['https://www.%6Baspersky.com/', 'vendor-site'],
  ['https://kaspersky.com.evil.example/', 'lookalike'],
  ['https://evil.example/kaspersky.com/', 'mention'],
  ['https://[::1]/kaspersky', 'mention'],
  ['https://support.kaspersky.com/%63ommon/uninstall/1464', 'removal-help'],
])('is not fooled by %s', (url, label) => {
  expect(classifyPage(index, { url }).label).toBe(label);
});
