// A host with the name in it is not always a look-alike: its owner tells them apart.
import { describe, expect, it } from 'vitest';
import { classifyAddress } from '../../../../src/core/detection/classify-address.ts';
import { packagedIndex } from '../../../cases/detection-cases.ts';

const index = packagedIndex();
const labelOf = (url: string) => classifyAddress(index, { url }).label;

const kinds: Readonly<Record<string, { own: readonly string[]; lures: readonly string[] }>> = {
  'a space on a service for organizations': {
    own: [
      'https://kaspersky.example-corp.sharepoint.com/',
      'https://kaspersky-removal.service-now.com/',
      'https://acme.service-now.com/kaspersky-removal',
      'https://kaspersky.atlassian.net/wiki/spaces/SOC',
      'https://kaspersky.okta.com/',
      'https://acme--kaspersky.sandbox.my.salesforce.com/',
      'https://kaspersky-exit.zendesk.com/hc/en-us',
    ],
    lures: [
      'https://kaspersky-support.zendesk.com/hc/en-us',
      'https://kaspersky-activation.freshdesk.com/',
      'https://kaspersky-login.okta.com/',
      'https://kaspresky.zendesk.com/',
      'https://kaspersky.zendesk.com.example.net/',
      'https://kaspersky-zendesk.com/',
    ],
  },
  'a school or an authority': {
    own: [
      'https://kaspersky.helpdesk.example.edu/',
      'https://kaspersky-support.it.example.edu/',
      'https://remove-kaspersky.example.gov/',
      'https://kaspersky.it.example.ac.uk/',
      'https://kaspersky.example.edu.au/download',
    ],
    lures: [
      'https://kaspersky.example.edu.example.com/',
      'https://kaspersky-edu.com/',
      'https://kaspersky.edu-login.net/',
      'https://kaspersky-gov.us/',
    ],
  },
  'a name that works only inside a network': {
    own: [
      'http://kaspersky/',
      'https://kaspersky-console:8080/login',
      'https://kaspersky.corp/',
      'https://kaspersky-server.office.local/',
      'https://kaspersky.home.arpa/',
      'https://kaspersky.localhost:8080/',
      'https://kaspersky.test/',
    ],
    lures: ['https://kaspersky.local.example.com/', 'https://kaspersky-local.com/'],
  },
  'an organization’s own host': {
    own: [
      'https://kaspersky-removal.example-corp.com/',
      'https://kaspersky.helpdesk.example-corp.com/',
      'https://kaspersky-migration.it.example.org/',
      'https://uninstall-kaspersky.example.de/',
      'https://kaspersky.wiki.example.co.uk/',
    ],
    lures: [
      'https://kaspersky-removal-support.example-corp.com/',
      'https://kaspersky-removal.com/',
      'https://kaspersky-removal.weebly.com/',
      'https://kaspersky-migration.duckdns.org/',
      'https://kaspersky-removal.hopto.org/',
      'https://www.kaspersky.com.helpdesk.example.net/',
      'https://wiki.kaspersky.example-login.net/',
      'https://remove-kaspersky-virus.example.com/',
      // Whose it is can't be told: the careful word stands.
      'https://kaspersky.example-corp.com/',
    ],
  },
};

describe.each(Object.entries(kinds))('%s', (_, { own, lures }) => {
  it.each(own)('is no look-alike: %s', (url) => {
    expect(['mention', 'removal-help']).toContain(labelOf(url));
  });

  it.each(lures)('is not what this is: %s', (url) => {
    expect(labelOf(url)).toBe('lookalike');
  });
});
