// A page of ours is worth a picture once it shows what it will show, and not a moment before.
import type { View } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';

interface Reading {
  /** Text of the main part, without the header and the footer around it. */
  readonly text: string;
  readonly isWaiting: boolean;
}

const reading = `() => {
  const main = document.querySelector('main');
  return {
    text: main?.innerText.trim() ?? '',
    isWaiting: !main || main.matches('[aria-busy=true]') || main.querySelector('[aria-busy=true], .waiting, .unseen') !== null
      || document.getAnimations().some((one) => one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime)),
  };
}`;

/** Less than any of our pages says when it is whole. */
const leastCharacters = 60;

/**
 * Waits until the main part of a page stands still with something to read: nothing waits, nothing
 * moves, and two looks in a row see the same words. Rejects after `limitMs` otherwise.
 */
export async function finished(view: View, name: string, limitMs = 20_000): Promise<void> {
  let before = '';
  await eventually(
    `The finished ${name}`,
    async () => {
      const { text, isWaiting } = await view.evaluate<Reading>(reading);
      const isSame = text === before;
      before = text;
      return !isWaiting && isSame && text.length >= leastCharacters;
    },
    limitMs,
  );
}
