// The block page's scenes: a page and a download, with all that an organization can say and with nothing, and the way on.
import type { PolicyValues } from '../../../src/core/policy/keys.ts';
import type { BlockedFacts } from '../../../src/core/view/blocked.ts';
import type { Scene } from '../page/scene.ts';

export interface BlockedScene
  extends Scene, Partial<Pick<BlockedFacts, 'kind' | 'isStopped' | 'mayProceed' | 'url'>> {
  readonly policy?: PolicyValues;
  readonly worker?: 'failing';
}

const policy: PolicyValues = {
  organizationName: 'Northwind',
  helpAddress: 'https://help.northwind.example/',
  messages: { en: 'Our IT department has a replacement ready for you.' },
  approvedAlternatives: ['microsoft', 'House Antivirus'],
};

export const scenes: Readonly<Record<string, BlockedScene>> = {
  page: { policy },
  'page-by-nobody-named': {},
  'long-address': {
    policy,
    url: `https://downloads.a-very-long-name-of-a-download-portal.example/${'kaspersky-total-security-'.repeat(8)}`,
  },
  download: {
    policy,
    kind: 'download',
    url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe',
  },
  'may-proceed': { policy, mayProceed: true },
  'no-more': { policy, isStopped: false },
  failing: { worker: 'failing' },
};
