// What somebody who means harm may send to be judged.
import fc from 'fast-check';

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom(
    'kaspersky.com',
    'KASPERSKY.de.',
    'xn--80ak6aa92e.com',
    'каsреrsку.com',
    'play.google.com',
    'www.softpedia.com',
    'localhost',
  ),
);
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'ftp://', 'file://', '//', ''),
    fc.string(),
    host,
    fc.nat(70_000),
    fc.string({ unit: 'binary' }),
  )
  .map(([scheme, user, name, port, rest]) => `${scheme}${user}@${name}:${String(port)}/${rest}`);
/** Addresses and what is none. */
export const anyText = fc.oneof(
  address,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary' }),
  fc.string(),
);

const million = 1_000_000;
/** A megabyte each. */
export const largeInputs: readonly (readonly [what: string, text: string])[] = [
  ['a path', `https://example.com/${'kaspersk/'.repeat(million / 9)}`],
  ['a host', `https://${'kaspersk.'.repeat(million / 9)}com/`],
  ['one label', `https://${'kaspersk'.repeat(million / 8)}.com/`],
  ['punycode', `https://xn--${'a9'.repeat(million / 2)}.com/`],
  ['a query', `https://example.com/?${'id=com.kaspersk&'.repeat(million / 16)}`],
  ['percent-encoding', `https://example.com/${'%D0%BA'.repeat(million / 6)}`],
  ['a user name', `https://${'k'.repeat(million)}@example.com/`],
  ['no address', 'kaspersk'.repeat(million / 8)],
  [
    'folders that nearly fit every rule',
    `https://example.com/${'kaspersky-total-security-p1234/id12/kl123-'.repeat(million / 42)}`,
  ],
  [
    'the name in every part of a host',
    `https://${'kaspersky-shop-download.'.repeat(million / 24)}com/kaspersky-plus`,
  ],
  [
    'an IPv6 address with a port and deep folders',
    `http://[2001:db8::1]:8080/${'a/'.repeat(million / 2)}kis21.3.10.391en.exe`,
  ],
  [
    'letters that look alike',
    `https://${'каѕреrѕку'.repeat(20)}.example/${'касперский'.repeat(million / 60)}`,
  ],
  [
    'redirectors in redirectors',
    `https://out.example/?url=${encodeURIComponent(`https://out.example/?u=${encodeURIComponent('https://kaspersky.com/'.repeat(million / 80))}`)}`,
  ],
];
