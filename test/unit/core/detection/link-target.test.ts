import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTargets } from '../../../../src/core/detection/link-target.ts';

const target = 'https://products.s.kaspersky-labs.com/english/homeuser/kis.exe?a=1&b=2';
const parameters = new Set(['url', 'u', 'q', 'target']);
const targets = (url: string) => linkTargets(url, parameters);
/** As Proofpoint's second form writes it. */
const escapedForProofpoint = (url: string) =>
  url
    .replaceAll(
      /[^A-Za-z0-9./]/g,
      (letter) => `-${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    .replaceAll('/', '_');

describe('linkTargets', () => {
  it.each([
    [`https://www.google.com/url?sa=t&q=${encodeURIComponent(target)}&usg=x`],
    [`https://l.facebook.example/l.php?u=${encodeURIComponent(target)}`],
    [`https://out.example/go?URL=${encodeURIComponent(target)}`],
    [
      `https://www.bing.example/ck/a?p=1&u=a1${btoa(target).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}&ntb=1`,
    ],
    [`https://web.archive.example/web/2020/${target}`],
    [`https://out.example/r/${target.replace('//', '/')}`],
    [`https://nam02.safelinks.example/?url=${encodeURIComponent(target)}&data=05%7C01&reserved=0`],
    [`https://urldefense.example/v2/url?u=${escapedForProofpoint(target)}&d=DwICaQ&c=DPL6_X_6JkXF`],
    [`https://urldefense.example/v3/__${target}__;!!ACWV5N9M2RV99hQ$`],
    [
      `https://out.example/go?url=${encodeURIComponent(`https://other.example/?target=${encodeURIComponent(target)}`)}`,
    ],
  ])('finds the target in %s', (url) => {
    expect(targets(url)[0]).toBe(url);
    expect(targets(url)).toContain(target);
  });

  it.each([
    ['https://example.com/kis.exe'],
    [`https://example.com/?about=${encodeURIComponent(target)}`],
    ['https://example.com/?url=kaspersky.com/kis.exe'],
    ['https://example.com/?url=javascript:alert(1)'],
    ['https://example.com/?u=aHR0c-_@'],
    ['no address'],
  ])('finds nothing in %s', (url) => {
    expect(targets(url)).toEqual([url]);
  });

  it('gives up on addresses within addresses', () => {
    const deep = Array.from({ length: 30 }).reduce<string>(
      (inner, _, depth) =>
        `https://r${String(depth)}.example/?url=${encodeURIComponent(inner)}`.slice(0, 8000),
      target,
    );
    expect(targets(deep).length).toBeLessThanOrEqual(4);
  });

  it('takes whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (url) => targets(`https://r.example/?url=${url}`).length <= 8 && targets(url).length <= 8,
      ),
    );
  });
});
