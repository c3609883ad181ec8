// One of the extension's pages, used by the labels on its controls.
import type { PageHandle } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';

interface Place {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

const findControls = `() => [...document.querySelectorAll('button, a[href], summary, input[type=radio], input[type=checkbox]')]
  .filter((control) => control.checkVisibility())
  .map((control) => ({ control, label: (control.getAttribute('aria-label') || control.innerText || control.labels?.[0]?.innerText || '').trim() }))`;

/** Labels of all controls, in document order. */
export function controlLabels(page: PageHandle): Promise<string[]> {
  return page.evaluate(`() => (${findControls})().map(({ label }) => label)`);
}

/** Scrolls to the first enabled control with that name and clicks it with the mouse. */
export async function pressControl(page: PageHandle, label: RegExp): Promise<void> {
  await page.toFront();
  const place = await eventually(`A control ${label}`, () =>
    page.evaluate<Place | null>(
      `(pattern) => {
        const found = (${findControls})().find(({ control, label }) => !control.disabled && control.ariaDisabled !== 'true' && new RegExp(pattern, 'i').test(label));
        if (!found) return null;
        found.control.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = found.control.getBoundingClientRect();
        return { label: found.label, x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }`,
      label.source,
    ),
  );
  await page.clickAt(place.x, place.y);
}

/** Replaces a field's value, as typing does. */
export function fillField(page: PageHandle, id: string, value: string): Promise<void> {
  return page.evaluate(
    `(id, value) => { const field = document.getElementById(id); field.focus(); field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }`,
    id,
    value,
  );
}

export function showsText(page: PageHandle, wanted: RegExp): Promise<string> {
  return eventually(`The text ${wanted}`, async () => {
    const text = await page.text();
    return wanted.test(text) ? text : null;
  });
}
