// A policy's additional rules, compiled with the advisory's own and matched by the one detector.
import { describe, expect, it } from 'vitest';
import packaged from '../../../../src/data/advisory.json' with { type: 'json' };
import { parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';
import { classifyDownload } from '../../../../src/core/detection/classify-download.ts';
import { classifyPage } from '../../../../src/core/detection/classify-page.ts';
import { compileRules } from '../../../../src/core/detection/engine/rule-index.ts';
import { extraRules } from '../../../../src/core/policy/extra-rules.ts';
import { readPolicy } from '../../../../src/core/policy/read.ts';

const parsed = parseAdvisoryValue(packaged);
if (!parsed.ok) throw new Error('The packaged advisory does not parse.');
const { detection } = parsed.value;
const reason = { en: 'Your organization’s policy names this.' };

const written = [
  'product-download *.mirror.example/kaspersky/*',
  'lookalike kaspersky-gratis.example',
  'product-download file:endpoint-setup-*.msi',
  'exempt research.kaspersky.com',
  // Wrong ones, each of which must fall out alone.
  'danger mirror.example',
  'product-download *',
  'product-download file:*',
  'vendor-site partner.example',
];
const { values, faults } = readPolicy({ extraRules: written });
const { index, skipped } = compileRules({
  ...detection,
  rules: [...detection.rules, ...extraRules(values.extraRules ?? [], reason)],
});
const page = (url: string) => classifyPage(index, { url });

describe('Additional rules of a policy', () => {
  it('compile all, and the wrong ones are dropped and named by their place', () => {
    expect(faults.map(({ path }) => path)).toEqual([
      'extraRules.4',
      'extraRules.5',
      'extraRules.6',
    ]);
    expect(faults.every(({ message }) => message !== '')).toBe(true);
    expect(values.extraRules).toEqual([...written.slice(0, 4), written[7]]);
    expect(skipped).toEqual(compileRules(detection).skipped);
  });

  it.each([
    ['https://files.mirror.example/kaspersky/setup.html', 'product-download', 'policy.1'],
    ['https://kaspersky-gratis.example/', 'lookalike', 'policy.2'],
    ['https://research.kaspersky.com/reports', 'exempt', 'policy.4'],
    ['https://partner.example/', 'vendor-site', 'policy.5'],
  ])('match a page: %s', (url, label, rule) => {
    expect(page(url)).toMatchObject({ label, rule, reason });
  });

  it.each([
    'https://files.mirror.example/firefox/setup.html',
    'https://notmirror.example/kaspersky/x',
    'https://kaspersky-gratis.example.org/',
    'https://example.com/',
  ])('leave alone what they do not name: %s', (url) =>
    expect(page(url).rule).not.toMatch(/^policy\./),
  );

  it('match a download by its host and by its file name, wherever it comes from', () => {
    expect(
      classifyDownload(index, { url: 'https://eu.mirror.example/kaspersky/kis.exe' }),
    ).toMatchObject({ label: 'product-download', rule: 'policy.1' });
    expect(
      classifyDownload(index, {
        url: 'https://intranet.example/d/1',
        fileName: 'Endpoint-Setup-12.3.msi',
      }),
    ).toMatchObject({ label: 'product-download', rule: 'policy.3' });
    expect(
      classifyDownload(index, {
        url: 'https://intranet.example/d/1',
        fileName: 'endpoint-notes.pdf',
      }).rule,
    ).not.toMatch(/^policy\./);
  });

  it('put what is exempt above what is not, and both above the advisory', () => {
    const both = compileRules({
      ...detection,
      rules: [
        ...detection.rules,
        ...extraRules(
          ['product-download www.kaspersky.com', 'exempt www.kaspersky.com/research/*'],
          reason,
        ),
      ],
    });
    expect(classifyPage(both.index, { url: 'https://www.kaspersky.com/about' })).toMatchObject({
      label: 'product-download',
      rule: 'policy.1',
    });
    expect(classifyPage(both.index, { url: 'https://www.kaspersky.com/research/x' })).toMatchObject(
      { label: 'exempt', rule: 'policy.2' },
    );
  });

  it('give none for texts that do not parse, should one get past the reading', () => {
    expect(extraRules(['nonsense host.example', '', 'product-download'], reason)).toEqual([]);
  });
});
