import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import document_ from '../../../../src/data/advisory.json' with { type: 'json' };
import { parseAdvisoryValue } from '../../../../src/core/advisory/parse.ts';
import { networkRules } from '../../../../src/core/block/network-rules.ts';
import { classifyPage } from '../../../../src/core/detection/classify-page.ts';
import { isStoppedLabel } from '../../../../src/core/detection/model/labels.ts';
import { compileRules, usableRules } from '../../../../src/core/detection/engine/rule-index.ts';
import { networkReader } from '../../../cases/network.ts';

const parsed = parseAdvisoryValue(document_);
if (!parsed.ok) throw new Error('The advisory is broken.');
const { detection } = parsed.value;
const { index } = compileRules(detection);
const rules = usableRules(detection);
const granted = detection.watchedHosts.filter((site) => !site.includes('/'));
const network = networkRules({ rules, granted, exceptions: [] });
const isBlocked = networkReader(network);

const isStopped = (url: string) => isStoppedLabel(classifyPage(index, { url }).label);
const corpus = readFileSync(new URL('../../../cases/detection.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { url?: string })
  .flatMap(({ url }) =>
    url && /^https?:/.test(url) && URL.canParse(url) && url.length < 4000 ? [url] : [],
  );
const isGranted = (url: string) => {
  const { hostname } = new URL(url);
  return granted.some((site) =>
    site.startsWith('*.')
      ? hostname === site.slice(2) || hostname.endsWith(site.slice(1))
      : hostname === site,
  );
};

describe('the advisory’s rules for the network', () => {
  it('stop no address of the corpus that classifyPage lets pass', () => {
    expect(corpus.length).toBeGreaterThan(1000);
    expect(corpus.filter((url) => isBlocked(url) && !isStopped(url))).toEqual([]);
  });

  it('stop most of what is an offer by its address, on the hosts that the browser lets us act on', () => {
    const offers = corpus.filter((url) => isGranted(url) && isStopped(url));
    const caught = offers.filter((url) => isBlocked(url));
    expect(offers.length).toBeGreaterThan(200);
    expect(caught.length / offers.length).toBeGreaterThan(0.95);
  });

  it('stop nothing that classifyPage lets pass, however hosts, words and escapes are put together', () => {
    const hosts = [
      ...new Set([
        ...corpus.map((url) => new URL(url).host),
        ...granted.map((site) => site.replace('*.', 'sub.')),
        'play.google.com',
        'kaspersky.softonic.com',
        'www.kaspersky.co.uk',
        'media.kaspersky.com',
        'support.kaspersky.com',
      ]),
    ];
    const words = [
      ...new Set(
        Object.values(detection.lists)
          .flat()
          .concat(
            rules.flatMap((rule) => [
              ...(rule.pathHas ?? []),
              ...(rule.pathHasNot ?? []),
              ...(rule.pathAlsoHas ?? []),
              ...(rule.path ?? []),
              ...(rule.queryHas ?? []),
              ...(rule.files ?? []),
            ]),
          ),
      ),
    ].map((word) => word.replaceAll('*', 'x').replaceAll('#', '7'));
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(
        '/',
        '-',
        '.',
        '%6b',
        '%2F',
        '%',
        'KASPERSKY',
        'Kaspersky-Total-Security',
        '/download/',
        '.exe',
        '?',
        '&',
        '=',
      ),
      fc.string({ maxLength: 4 }),
    );
    const address = fc
      .tuple(
        fc.constantFrom('https', 'http'),
        fc.constantFrom(...hosts),
        fc.array(piece, { maxLength: 6 }),
      )
      .map(([scheme, host, pieces]) => `${scheme}://${host}/${pieces.join('')}`);
    let stopped = 0;
    fc.assert(
      fc.property(
        address.filter((url) => URL.canParse(url)),
        (url) => {
          if (!isBlocked(url)) return;
          stopped += 1;
          expect([new URL(url).href, isStopped(new URL(url).href)]).toEqual([
            new URL(url).href,
            true,
          ]);
        },
      ),
      { numRuns: 4000 },
    );
    expect(stopped).toBeGreaterThan(100);
  });

  it('stay within what browsers take', () => {
    expect(network.length).toBeLessThan(5000);
    expect(network.filter(({ condition }) => condition.regexFilter).length).toBeLessThan(1000);
    expect(new Set(network.map(({ id }) => id)).size).toBe(network.length);
    for (const { condition } of network) {
      expect(condition.resourceTypes).toEqual(['main_frame']);
      expect(
        /^[\0-\x7f]+$/.test(`${condition.urlFilter ?? 'x'}${condition.regexFilter ?? 'x'}`),
      ).toBe(true);
      expect(condition.urlFilter).not.toBe('');
    }
  });

  it('honor exceptions above all, with what lies below them', () => {
    const url = 'https://www.kaspersky.com/downloads/standard';
    expect(isBlocked(url)).toBe(true);
    for (const exception of ['kaspersky.com', '*.kaspersky.com', 'www.kaspersky.com']) {
      expect(networkReader(networkRules({ rules, granted, exceptions: [exception] }))(url)).toBe(
        false,
      );
    }
    expect(
      networkReader(networkRules({ rules, granted, exceptions: ['shop.kaspersky.com'] }))(url),
    ).toBe(true);
  });

  it('name no host of the advisory’s list where the browser has given leave for none', () => {
    const blocks = networkRules({
      rules: rules.filter((rule) => rule.hosts),
      granted: [],
      exceptions: ['a.example'],
    });
    expect(blocks).toEqual([]);
  });
});
