// Whether a change on a page makes a person lose focus, input or scroll position.
import type { PageHandle } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';

export interface KeptPlace {
  readonly typed: string;
  /** Within the document; unaffected by another tab in front. */
  readonly isFocused: boolean;
  /** The same element, not a new one in its place. */
  readonly isSame: boolean;
  /** Whether the main part was empty, busy or hidden in between. */
  readonly hasFlickered: boolean;
}

/** Types a text into a field without saving, and watches the page from then on. */
export async function takePlace(page: PageHandle, field: string, text: string): Promise<void> {
  await page.toFront();
  await eventually(`The field ${field}`, () =>
    page.evaluate<boolean>(
      `(field) => document.querySelector(field)?.checkVisibility() === true`,
      field,
    ),
  );
  await page.evaluate(
    `(field, text) => {
      const input = document.querySelector(field);
      input.focus();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const main = document.querySelector('main');
      window.kept = { input, field, hasFlickered: false };
      const look = () => {
        const now = document.querySelector('main');
        if (now !== main || now.textContent.trim() === '' || now.ariaBusy === 'true' || now.querySelector('[aria-busy=true]')) window.kept.hasFlickered = true;
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
    }`,
    field,
    text,
  );
}

export function keepsPlace(page: PageHandle): Promise<KeptPlace> {
  return page.evaluate(
    `() => {
      const { input, field, hasFlickered } = window.kept;
      return { typed: input.value, isFocused: document.activeElement === input, isSame: input.isConnected && document.querySelector(field) === input, hasFlickered };
    }`,
  );
}
