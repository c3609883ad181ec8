// The first-run page's scenes: where the computer seems to be, and what a person answers.
import type { Scene } from '../page/scene.ts';

export interface WelcomeScene extends Scene {
  readonly timeZone: string;
  readonly worker?: 'not-saving' | 'failing';
  /** Chosen before, by the person or by a policy. */
  readonly jurisdictions?: readonly string[];
  readonly isOrdered?: boolean;
  /** What the policy orders of every site. */
  readonly order?: 'on' | 'off';
  readonly everySite?: 'on' | 'required';
  /** The browser's answer to the request for every site. */
  readonly leave?: 'given' | 'refused' | 'open' | 'not-asked';
}

export const scenes: Readonly<Record<string, WelcomeScene>> = {
  guessed: { timeZone: 'America/Chicago' },
  unknown: { timeZone: 'Antarctica/Troll' },
  saved: {
    timeZone: 'America/Chicago',
    act: async (hand) => {
      await hand.press('form .button');
      await hand.see('.row .saved');
    },
  },
  'said-before': { timeZone: 'America/Chicago', jurisdictions: ['us', 'gb'] },
  elsewhere: {
    timeZone: 'America/Chicago',
    act: async (hand) => {
      const { options } = (await hand.see('select')) as HTMLSelectElement;
      await hand.choose('select', options.length - 1);
      await hand.see('form:has(option[value="elsewhere"]:checked)');
    },
  },
  'elsewhere-said-before': { timeZone: 'America/Chicago', jurisdictions: ['elsewhere'] },
  ordered: { timeZone: 'America/Chicago', jurisdictions: ['us', 'de'], isOrdered: true },
  'all-ordered': { timeZone: 'America/Chicago', isOrdered: true },
  'every-site-ordered': {
    timeZone: 'America/Chicago',
    jurisdictions: ['us', 'de'],
    isOrdered: true,
    order: 'on',
    everySite: 'on',
  },
  'every-site-withheld': {
    timeZone: 'America/Chicago',
    jurisdictions: ['us', 'de'],
    isOrdered: true,
    order: 'off',
  },
  'every-site-required': { timeZone: 'America/Chicago', everySite: 'required' },
  'every-site-given': {
    timeZone: 'America/Chicago',
    leave: 'given',
    act: async (hand) => {
      await hand.press('#every-site:enabled');
      await hand.see('#every-site:checked');
    },
  },
  'every-site-refused': {
    timeZone: 'America/Chicago',
    act: async (hand) => {
      await hand.press('#every-site:enabled');
      await hand.see('.every-site .field-error:not(:empty)');
      await hand.see('#every-site:not(:checked)');
    },
  },
  'every-site-asking': {
    timeZone: 'America/Chicago',
    leave: 'open',
    act: async (hand) => {
      await hand.press('#every-site:enabled');
      await hand.see('.every-site [role=status]:not(:empty)');
      await hand.see('#every-site:not(:checked)');
    },
  },
  'every-site-not-asked': {
    timeZone: 'America/Chicago',
    leave: 'not-asked',
    act: async (hand) => {
      await hand.press('#every-site:enabled');
      await hand.see('.every-site .field-error:not(:empty)');
      await hand.see('#every-site:not(:checked)');
    },
  },
  'every-site-taken-back': {
    timeZone: 'America/Chicago',
    leave: 'given',
    act: async (hand) => {
      await hand.press('#every-site:enabled');
      await hand.press('#every-site:checked');
      await hand.see('#every-site:not(:checked)');
    },
  },
  failing: { timeZone: 'America/Chicago', worker: 'failing' },
  'not-saved': {
    timeZone: 'America/Chicago',
    worker: 'not-saving',
    act: async (hand) => {
      await hand.press('form .button');
      await hand.see('.field-error:not(:empty)');
    },
  },
};
