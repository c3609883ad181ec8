// Each detector on what it may meet: the true case, and what lies.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeExtensions } from '../../../../src/core/traces/detectors/browser-extensions.ts';
import {
  judgeConnection,
  readName,
} from '../../../../src/core/traces/detectors/certificate-issuer.ts';
import {
  hostAnswer,
  judgeNativeHosts,
  type HostAnswer,
} from '../../../../src/core/traces/detectors/native-host.ts';
import {
  judgeTags,
  type InjectedTag,
} from '../../../../src/core/traces/detectors/page-injection.ts';
import {
  judgeRequest,
  type AnsweredRequest,
} from '../../../../src/core/traces/detectors/scanner-requests.ts';
import { patternsOf } from '../../../../src/core/traces/request-patterns.ts';
import {
  readTraces,
  tracesFor,
  type DetectorName,
  type TraceOf,
} from '../../../../src/core/traces/schema.ts';
import { judgeStartPage } from '../../../../src/core/traces/detectors/start-page.ts';
import { judgeIcons } from '../../../../src/core/traces/detectors/verdict-icons.ts';

const raw = (JSON.parse(readFileSync('src/data/advisory.json', 'utf8')) as { traces: unknown[] })
  .traces;
const { traces, skipped } = readTraces(raw);

function only<Name extends DetectorName>(detector: Name): TraceOf<Name> {
  const [trace] = [
    ...tracesFor(traces, detector, 'chromium'),
    ...tracesFor(traces, detector, 'firefox'),
  ];
  if (!trace) throw new Error(`The advisory has no ${detector}.`);
  return trace;
}

const first = 'FD126C42-EBFA-4E12-B309-BB3FDD723AC1';
const second = '86AAF7CD-A199-463A-BEEF-AEE7400B3F0D';
const style = 'E3E8934C-235A-4B0E-825A-35A08381A191';
const encoded = (address: string) => Buffer.from(address).toString('base64url');
const scanner = 'https://gc.kis.v2.scr.kaspersky-labs.com';
const page = 'https://shop.example/list?page=2';

it('The advisory’s own traces are all read, one for each detector', () => {
  expect(skipped).toEqual([]);
  expect(new Set(traces.map(({ detector }) => detector)).size).toBe(7);
});

it('A trace that this version doesn’t know is left out, and no other', () => {
  const strange = [
    { ...(raw[0] as object), detector: 'telepathy' },
    { ...(raw[1] as object), onlyOnMondays: true },
  ];
  const read = readTraces([...strange, ...raw]);
  expect(read.traces).toHaveLength(7);
  expect(read.skipped.map(({ path }) => path.slice(0, 8))).toEqual(['traces.0', 'traces.1']);
});

it('Whatever an injected tag asks for is heard of, on any host, with no other trace to read', () => {
  const [tags] = tracesFor(traces, 'page-injection', 'chromium');
  const patterns = patternsOf(tags ? [tags] : [], 'chromium');
  expect(patterns.toSorted()).toEqual([
    `*://*/${second}/main.js*`,
    `*://*/${style}/abn/main.css*`,
    `*://*/${first}/main.js*`,
  ]);
  expect(patternsOf(traces, 'chromium')).toEqual(expect.arrayContaining(patterns));
});

describe('Injected tags', () => {
  const tag = (
    base: string,
    attr: string | null,
    isAnswered: boolean | null = true,
  ): InjectedTag => ({
    kind: 'style',
    url: `${base}/${style}/abn/main.css${attr === null ? '' : `?attr=${attr}`}`,
    isAnswered,
  });
  const script = (base: string, id = first): InjectedTag => ({
    kind: 'script',
    url: `${base}/${id}/main.js?attr=abc`,
    isAnswered: null,
  });
  const kinds = (
    tags: readonly InjectedTag[],
    address = page,
    family: 'chromium' | 'firefox' = 'chromium',
  ) => judgeTags(only('page-injection'), tags, address, family).map(({ kind }) => kind);

  it.each<[string, readonly InjectedTag[], string | undefined]>([
    ['a tag with this page’s address', [script(scanner), tag(scanner, encoded(page))], 'live'],
    [
      'the same where it can’t be told whether it was answered',
      [tag(scanner, encoded(page), null)],
      'likely',
    ],
    ['a tag of the page’s own host', [tag('https://shop.example', encoded(page))], 'likely'],
    [
      'a live tag beside a stale one',
      [tag(scanner, encoded('https://a.example/')), tag(scanner, encoded(page))],
      'live',
    ],
    [
      'a saved page',
      [script(scanner), tag(scanner, encoded('https://mail.example/inbox'))],
      'stale',
    ],
    [
      'a page saved and put back at the same address',
      [tag(scanner, encoded(page), false)],
      'stale',
    ],
    [
      'the prefix of another browser',
      [tag('https://ff.kis.v2.scr.kaspersky-labs.com', encoded(page))],
      'stale',
    ],
    [
      'a script with the prefix of another browser',
      [script('https://ff.kis.v2.scr.kaspersky-labs.com')],
      'stale',
    ],
    ['a copy on a host of somebody else', [tag('https://cdn.example', encoded(page))], 'stale'],
    ['a tag without an address in it', [tag(scanner, null)], 'stale'],
    ['an address that is no base64url', [tag(scanner, '%%%')], 'stale'],
    ['the script of the first family alone', [script(scanner)], undefined],
    ['the script of the second family alone', [script('https://shop.example', second)], undefined],
    [
      'another GUID',
      [
        {
          kind: 'style',
          url: `${scanner}/AAAAAAAA-235A-4B0E-825A-35A08381A191/abn/main.css?attr=${encoded(page)}`,
          isAnswered: true,
        },
      ],
      undefined,
    ],
    ['nothing', [], undefined],
  ])('%s', (_, tags, kind) => {
    expect(kinds(tags)).toEqual(kind === undefined ? [] : [kind]);
  });

  it('The prefix is held against the browser at hand', () => {
    expect(kinds([tag(scanner, encoded(page))], page, 'firefox')).toEqual(['stale']);
    expect(
      kinds([tag('https://ff.kis.v2.scr.kaspersky-labs.com', encoded(page))], page, 'firefox'),
    ).toEqual(['live']);
  });

  it('What follows # is not part of the address', () => {
    expect(kinds([tag(scanner, encoded(page))], `${page}#top`)).toEqual(['live']);
  });
});

describe('Requests to the scanner', () => {
  const request = (changes: Partial<AnsweredRequest> = {}): AnsweredRequest => ({
    url: `${scanner}/${first}/main.js?attr=abc`,
    kind: 'script',
    status: 200,
    contentType: 'application/javascript',
    isFromCache: false,
    initiator: 'https://www.shop.example',
    ...changes,
  });
  const css = (attr: string, base = scanner): Partial<AnsweredRequest> => ({
    url: `${base}/${style}/abn/main.css?attr=${attr}`,
    kind: 'style',
    contentType: 'text/css',
  });

  it.each<[string, Partial<AnsweredRequest>, string | undefined]>([
    ['a script that was answered', {}, 'unproved'],
    [
      'a stylesheet with an address of the page’s site',
      css(encoded('https://www.shop.example/a')),
      'live',
    ],
    [
      'the same on the page’s own host',
      css(encoded('https://www.shop.example/a'), 'https://www.shop.example'),
      'likely',
    ],
    [
      'the second family on the page’s own host',
      { url: `https://www.shop.example/${second}/main.js` },
      'unproved',
    ],
    [
      'a stylesheet with an address of another site',
      css(encoded('https://mail.example/')),
      'stale',
    ],
    [
      'the prefix of another browser',
      { url: `https://ff.kis.v2.scr.kaspersky-labs.com/${first}/main.js` },
      'stale',
    ],
    [
      'a server that answers every address with its start page',
      { url: `https://www.shop.example/${second}/main.js`, contentType: 'text/html' },
      undefined,
    ],
    ['a missing file', { status: 404 }, undefined],
    ['a file from the cache', { isFromCache: true }, undefined],
    ['a page of the scanner’s own hosts', { initiator: scanner }, undefined],
    ['another host', { url: `https://cdn.example/${first}/main.js` }, undefined],
    ['a page without an address', { initiator: 'null' }, undefined],
  ])('%s', (_, changes, kind) => {
    expect(
      judgeRequest(only('scanner-requests'), request(changes), 'chromium').map((one) => one.kind),
    ).toEqual(kind === undefined ? [] : [kind]);
  });

  it('counts a site by its registered domain', () => {
    expect(judgeRequest(only('scanner-requests'), request(), 'chromium')).toMatchObject([
      { site: 'shop.example' },
    ]);
  });
});

describe('Extensions', () => {
  it.each<[string, boolean]>([
    ['ahkjpbeeocnddjkakilopmfdlnjdpcdm', true],
    ['light_plugin_D772DC8D6FAF43A29B25C4EBAA5AD1DE@kaspersky.com', true],
    ['injhfeogoehjhhacaaahfbkjlomhpgnj', false],
    ['kaspersky-ban-advisory@kaspersky-ban-advisory.org', false],
    ['theme@notkaspersky.com', false],
    ['AHKJPBEEOCNDDJKAKILOPMFDLNJDPCDM', false],
  ])('%s', (id, isTheirs) => {
    expect(judgeExtensions(only('browser-extensions'), [{ id: 'other' }, { id }])).toHaveLength(
      isTheirs ? 1 : 0,
    );
  });
});

describe('The registered program', () => {
  const name = 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host';
  it.each<[string, HostAnswer, boolean]>([
    ['Access to the specified native messaging host is forbidden.', 'forbidden', true],
    ['Specified native messaging host not found.', 'not-found', false],
    ['Native host has exited.', 'other', false],
    [
      'No such native application com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host',
      'other',
      false,
    ],
    ['', 'other', false],
  ])('“%s”', (sentence, answer, isThere) => {
    expect(hostAnswer(sentence)).toBe(answer);
    expect(
      judgeNativeHosts(only('native-host'), new Map([[name, hostAnswer(sentence)]])),
    ).toHaveLength(isThere ? 1 : 0);
  });

  it('A forbidden program of another name is none', () => {
    expect(
      judgeNativeHosts(only('native-host'), new Map([['com.kaspersky.other.host', 'forbidden']])),
    ).toEqual([]);
  });
});

describe('The issuer', () => {
  const windows = 'CN=Kaspersky Anti-Virus Personal Root Certificate,O=AO Kaspersky Lab';
  const chain = (issuer: string, isBuiltIn = false) => [
    { issuer, isBuiltIn },
    { issuer, isBuiltIn },
  ];
  it.each<[string, string, { isTrusted?: boolean; isBuiltIn?: boolean }, boolean]>([
    ['Windows', windows, {}, true],
    ['macOS', 'CN=Kaspersky Web Anti-Virus Certification Authority,O=AO Kaspersky Lab', {}, true],
    [
      'the order turned round',
      'O=AO Kaspersky Lab,CN=Kaspersky Web Anti-Virus Certification Authority',
      {},
      true,
    ],
    ['not trusted: anybody may claim the name', windows, { isTrusted: false }, false],
    ['built into the browser', windows, { isBuiltIn: true }, false],
    [
      'another organization',
      'CN=Kaspersky Anti-Virus Personal Root Certificate,O=AO Kaspersky Labs',
      {},
      false,
    ],
    ['another name', 'CN=Kaspersky Anti-Virus Personal Root,O=AO Kaspersky Lab', {}, false],
    [
      'the name inside another part',
      'CN=Proxy,O="AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate"',
      {},
      false,
    ],
    ['another maker', 'CN=avast! Web/Mail Shield Root,O=avast! Web/Mail Shield', {}, false],
  ])('%s', (_, issuer, { isTrusted = true, isBuiltIn = false }, isTheirs) => {
    expect(
      judgeConnection(only('certificate-issuer'), { isTrusted, chain: chain(issuer, isBuiltIn) }),
    ).toHaveLength(isTheirs ? 1 : 0);
  });

  it('reads quotes as Firefox writes them', () => {
    expect(readName('CN=x,O="AO \\"X\\", Lab\\\\y, CN=z"')).toEqual(
      new Map([
        ['CN', 'x'],
        ['O', 'AO "X", Lab\\y, CN=z'],
      ]),
    );
  });
});

describe('Icons behind search results', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  const seen = (names: readonly string[]) => ({
    names: [...names],
    openedAt: now - 3_000,
    seenAt: now,
  });
  const kinds = (names: readonly string[], host = 'www.google.com') =>
    judgeIcons(only('verdict-icons'), seen(names), host).map(({ kind }) => kind);
  const fresh = `kl_${String(now - 2_000)}`;

  it('count where they are as old as the page', () =>
    expect(kinds([fresh, fresh])).toEqual(['live']));
  it('of a saved page are stale', () =>
    expect(kinds([`kl_${String(now - 86_400_000)}`, fresh])).toEqual(['stale']));
  it('are more than one', () => expect(kinds([fresh])).toEqual([]));
  it('have such names', () =>
    expect(kinds(['kl_logo_small', `ad_${String(now)}`, `kl_${String(now)}x`])).toEqual([]));
  it('stand on search engines alone', () =>
    expect(kinds([fresh, fresh], 'google.com.example')).toEqual([]));
});

describe('The start page', () => {
  const opened = { isFirst: true, hasReferrer: false, isNavigation: true };
  it.each<[string, Partial<typeof opened>, string, boolean]>([
    ['in a new tab, from nowhere', {}, 'touch.kaspersky.com', true],
    ['by a link', { hasReferrer: true }, 'touch.kaspersky.com', false],
    ['typed over another page', { isFirst: false }, 'touch.kaspersky.com', false],
    ['reloaded', { isNavigation: false }, 'touch.kaspersky.com', false],
    ['of a look-alike', {}, 'touch.kaspersky.com.example', false],
  ])('%s', (_, changes, host, isTheirs) => {
    expect(judgeStartPage(only('start-page'), { ...opened, ...changes }, host)).toHaveLength(
      isTheirs ? 1 : 0,
    );
  });
});
