// The policy page's scenes: no policy, a good one, one with every kind of fault, and documents that are only tried.
import { policyExamples } from '../../../src/core/policy/keys.ts';
import type { Scene } from '../page/scene.ts';

export interface PolicyScene extends Scene {
  /** As the browser delivered it. */
  readonly raw?: unknown;
  readonly worker?: 'failing' | 'out-of-order';
}

const every = policyExamples;

const faulty = {
  ...every,
  color: 'blue',
  Mode: 'block',
  jurisdictions: ['us', 'atlantis'],
  exceptions: [
    'research.example.com',
    'not a host',
    'https://example.com/',
    ...Array.from({ length: 40 }, (_, place) => `host-${String(place)}.example`),
  ],
  extraRules: ['product-download *.mirror.example/kaspersky/*', 'product-download *'],
  feedAddress: 'http://feed.example/',
  watchEverySite: true,
  snoozeDays: 400,
  language: 'fr',
};

export const scenes: Readonly<Record<string, PolicyScene>> = {
  none: {},
  every: { raw: every },
  // No name, and empty values that mean something.
  small: { raw: { mode: 'warn' } },
  faulty: { raw: faulty, act: (hand) => hand.unfold() },
  tried: {
    act: async (hand) => {
      await hand.type(
        '#try-text',
        JSON.stringify({
          mode: 'block',
          organizationName: 'Northwind',
          exceptions: ['*.lab.northwind.example', '*'],
          messages: { en: 'Ask us first.' },
        }),
      );
      await hand.press('#try .button');
      await hand.see('.tried');
    },
  },
  'tried-empty': {
    act: async (hand) => {
      await hand.type('#try-text', '{}');
      await hand.press('#try .button');
      await hand.see('.tried');
    },
  },
  'tried-nothing': {
    act: async (hand) => {
      await hand.type('#try-text', '{ mode: block }');
      await hand.press('#try .button');
      await hand.see('.field-error:not(:empty)');
    },
  },
  'tried-twice': {
    worker: 'out-of-order',
    act: async (hand) => {
      for (const document of [{ mode: 'warn', organizationName: 'Northwind' }, { mode: 'block' }]) {
        await hand.type('#try-text', JSON.stringify(document));
        await hand.press('#try .button');
      }
      await hand.see('[data-answered]:has(.tried)');
      const shown = [...document.querySelectorAll('.tried .policy-name code')]
        .map(({ textContent }) => textContent)
        .join();
      if (shown !== 'mode') throw new Error(`The answer to an older document is shown: ${shown}.`);
    },
  },
  failing: { worker: 'failing' },
};
