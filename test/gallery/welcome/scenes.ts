// The first-run page's scenes: where the computer seems to be, and what a person answers.
import type { Scene } from '../page/scene.ts';

export interface WelcomeScene extends Scene {
  readonly timeZone: string;
  readonly worker?: 'not-saving';
}

export const scenes: Readonly<Record<string, WelcomeScene>> = {
  guessed: { timeZone: 'America/Chicago' },
  unknown: { timeZone: 'Antarctica/Troll' },
  saved: {
    timeZone: 'America/Chicago',
    act: async (hand) => {
      await hand.press('form .button');
      await hand.see('.saved');
    },
  },
  'not-saved': {
    timeZone: 'America/Chicago',
    worker: 'not-saving',
    act: async (hand) => {
      await hand.press('form .button');
      await hand.see('.field-error:not(:empty)');
    },
  },
};
