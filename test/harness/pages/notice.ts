// The notice in a page, as a person sees it.
import type { PageHandle, ShadowReading } from '../browsers/browser.ts';
import { eventually } from '../eventually.ts';

/** The page's current notice, or null. */
export async function noticeIn(page: PageHandle): Promise<ShadowReading | null> {
  return (await page.shadowTrees()).find((tree) => tree.visible && tree.buttons.length > 1) ?? null;
}

export function shownNotice(page: PageHandle): Promise<ShadowReading> {
  return eventually('A notice', () => noticeIn(page));
}

export function noticeGone(page: PageHandle): Promise<boolean> {
  return eventually('The notice to go', async () => (await noticeIn(page)) === null);
}

/** Clicks a button of the notice with the mouse. */
export async function pressInNotice(page: PageHandle, label: RegExp): Promise<void> {
  const { x, y } = await eventually(`A button ${label}`, async () =>
    (await noticeIn(page))?.buttons.find((button) => label.test(button.label)),
  );
  await page.clickAt(x, y);
}

/** Ids of the marked links, in page order. */
export async function markedLinks(page: PageHandle): Promise<string[]> {
  const marked = (await page.shadowTrees())
    .filter((tree) => tree.visible && tree.hostTag === 'span')
    .map((tree) => tree.near);
  const order = await page.evaluate<string[]>(
    `() => [...document.querySelectorAll('a')].map((link) => link.id)`,
  );
  return order.filter((id) => marked.includes(id));
}

/**
 * In the page's own world: how many marks stand at the end of this document's body. All that a page
 * can see of them.
 */
export const countMarks = `(here) => [...(here.body?.children ?? [])].filter((one) => one.localName === 'span' && one.attributes.length + one.childNodes.length === 0).length`;

/** What the marks say. */
export async function markTexts(page: PageHandle): Promise<string[]> {
  const trees = await page.shadowTrees();
  return trees
    .filter((tree) => tree.visible && tree.hostTag === 'span' && tree.buttons.length <= 1)
    .map((tree) => tree.text);
}
