import { describe, expect, it } from 'vitest';
import { behindRelay } from '../../../../../src/core/detection/behind-relay.ts';
import { classifyAddress } from '../../../../../src/core/detection/classify-address.ts';
import { classifyDownload } from '../../../../../src/core/detection/classify-download.ts';
import { compileRules } from '../../../../../src/core/detection/engine/rule-index.ts';
import { parseAddress } from '../../../../../src/core/detection/matching/address.ts';
import { packagedDetection, packagedIndex } from '../../../../cases/detection-cases.ts';

const index = packagedIndex();
const behind = (address: string) => behindRelay(index, parseAddress(address)?.host ?? '', address);

describe('a relay stands for', () => {
  it.each([
    ['https://www.kaspersky.com.mcas.ms/downloads?a=1', 'https://www.kaspersky.com/downloads?a=1'],
    ['https://www.kaspersky.com.mcas-gov.us/', 'https://www.kaspersky.com/'],
    ['https://www.kaspersky.com.admin-mcas.ms/', 'https://www.kaspersky.com/'],
    ['https://www.kaspersky.com.us3.cas.ms/x', 'https://www.kaspersky.com/x'],
    ['https://www-kaspersky-com.translate.goog/x', 'https://www.kaspersky.com/x'],
    ['https://my--shop-example.translate.goog/', 'https://my-shop.example/'],
    ['https://www-kaspersky-com.cdn.ampproject.org/', 'https://www.kaspersky.com/'],
    ['https://www-kaspersky-com.eu1.proxy.openathens.net/', 'https://www.kaspersky.com/'],
    ['https://www-kaspersky-com.colorado.idm.oclc.org/', 'https://www.kaspersky.com/'],
    ['https://www-kaspersky-com.ezproxy.lib.example.edu/', 'https://www.kaspersky.com/'],
    ['https://www.kaspersky.com.libproxy.example.ac.uk/', 'https://www.kaspersky.com/'],
    [
      'https://products-s-kaspersky-labs-com.ezproxy.example.edu/a',
      'https://products.s.kaspersky-labs.com/a',
    ],
    [
      'https://web.archive.org/web/20230101000000id_/https://www.kaspersky.com/downloads',
      'https://www.kaspersky.com/downloads',
    ],
    ['https://web.archive.org/web/2023/http:/kaspersky.com:80/', 'https://kaspersky.com:80/'],
    ['https://archive.md/2023/https://www.kaspersky.com/', 'https://www.kaspersky.com/'],
    ['https://archive.ph/o/kYe5n/https://www.kaspersky.com/', 'https://www.kaspersky.com/'],
    ['https://www.google.com/amp/s/www.kaspersky.com/blog/', 'https://www.kaspersky.com/blog/'],
    ['https://r.jina.ai/https://www.kaspersky.com/', 'https://www.kaspersky.com/'],
    [
      'https://translated.turbopages.org/proxy_u/en-ru.ru.a1-2-3/https/www.kaspersky.com/x',
      'https://www.kaspersky.com/x',
    ],
    [
      'https://www.translatetheweb.com/?from=&to=ja&a=https%3A%2F%2Fwww.kaspersky.com%2Fx',
      'https://www.kaspersky.com/x',
    ],
  ])('%s stands for %s', (address, site) => {
    expect(behind(address)).toBe(site);
  });

  it.each([
    'https://mcas.ms/',
    'https://portal.mcas.ms/',
    'https://www.kaspersky.com.mcas.ms.example.net/',
    'https://www.kaspersky.com.ezproxy.example.com/',
    'https://www-kaspersky-com.ezproxy.edu.example.com/',
    'https://www.kaspersky.com.evil.edu/',
    'https://example.idm.oclc.org/login?url=https://www.kaspersky.com/',
    'https://ezproxy.example.edu/login?url=https://www.kaspersky.com/',
    'https://web.archive.org/web/2023*/kaspersky',
    'https://www.google.com/search?q=a/https://www.kaspersky.com/',
    'https://example.com/https://www.kaspersky.com/',
    'https://www.kaspersky.com/',
  ])('nothing where it is none: %s', (address) => {
    expect(behind(address)).toBeNull();
  });
});

it.each([
  ['https://www.kaspersky.com.mcas.ms/', 'https://www.kaspersky.com/'],
  ['https://www-kaspersky-com.translate.goog/?_x_tr_sl=en', 'https://www.kaspersky.com/'],
  [
    'https://play-google-com.translate.goog/store/apps/details?id=com.kaspersky.security',
    'https://play.google.com/store/apps/details?id=com.kaspersky.security',
  ],
  [
    'https://web.archive.org/web/2023/https://securelist.com/duqu/1/',
    'https://securelist.com/duqu/1/',
  ],
  [
    'https://web.archive.org/web/2023/https://www.example.com/news/kaspersky-ban',
    'https://www.example.com/news/kaspersky-ban',
  ],
  ['https://kaspersky-login.example.net.mcas.ms/', 'https://kaspersky-login.example.net/'],
])('judges %s as %s, and says that it is a relay', (url, site) => {
  const own = classifyAddress(index, { url: site });
  const relayed = classifyAddress(index, { url });
  expect(relayed.label).toBe(own.label);
  expect(relayed.reason.en).toMatch(/relay/);
  expect(relayed.reason['es']).toMatch(/intermediario/);
});

it.each([
  'https://securelist.com.mcas.ms/',
  'https://securelist-com.cdn.ampproject.org/',
  'https://securelist-com.eu1.proxy.openathens.net/',
  'https://securelist-com.colorado.idm.oclc.org/',
  'https://securelist-com.ezproxy.lib.example.edu/',
  'https://securelist.com.libproxy.example.ac.uk/',
])('sees the site behind %s whatever was judged before', (url) => {
  const { index: fresh } = compileRules(packagedDetection());
  const first = classifyAddress(fresh, { url });
  classifyAddress(fresh, { url: 'https://example.net/' });
  expect(first.label).toBe('exempt');
  expect(classifyAddress(fresh, { url })).toEqual(first);
});

it('asks about a download that comes through a relay', () => {
  const url = 'https://products.s.kaspersky-labs.com.mcas.ms/homeuser/setup.exe';
  expect(classifyDownload(index, { url }).label).toBe('product-download');
});

it('goes on calling a host that only looks like a relay a look-alike', () => {
  for (const url of [
    'https://www.kaspersky.com.mcas.ms.example.net/',
    'https://www.kaspersky.com.ezproxy.example.com/',
    'https://www-kaspersky-com.openathens.net.example.org/',
  ])
    expect(classifyAddress(index, { url }).label).toBe('lookalike');
});

it('takes a relay of a form that this version does not know for none', () => {
  const { index: other } = compileRules({
    ...packagedDetection(),
    relays: {
      reason: { en: 'Relayed.' },
      sites: [{ hosts: ['example.net'], form: 'rot13', words: [] }],
    },
  });
  const url = 'https://xnfcrefxl-pbz.example.net/';
  expect(behindRelay(other, 'xnfcrefxl-pbz.example.net', url)).toBeNull();
});
